import type { Delivery } from './Delivery.ts'
import { encodeImageId } from './encodeImageId.ts'

/** What is needed of a delivery to place an image in it. */
export type Place = Pick<Delivery, 'accountHash' | 'baseUrl' | 'path'>

/** The URL of an image with a leaf that is written already. @throws ImagesError `invalid-id`. */
export function imageUrl(
  { accountHash, baseUrl, path }: Place,
  imageId: string,
  leaf: string,
): string {
  const id = encodeImageId(imageId)
  if (path === undefined) return `${baseUrl}/${accountHash}/${id}/${leaf}`
  const parts: Record<string, string> = { hash: accountHash, id, leaf }
  return baseUrl + path.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '')
}
