import type { Delivery } from './Delivery.ts'
import { encodeImageId } from './encodeImageId.ts'

/** What has to be known of a delivery to place an image in it. */
export type Place = Pick<Delivery, 'accountHash' | 'baseUrl' | 'path'>

/** The URL of an image with a leaf that is written already. @throws ImagesError `invalid-id`. */
export function imageUrl(
  { accountHash, baseUrl, path }: Place,
  imageId: string,
  leaf: string,
): string {
  const id = encodeImageId(imageId)
  if (!path) return `${baseUrl}/${accountHash}/${id}/${leaf}`
  // Nothing that is put in contains `$` or a brace of its own: both are percent-encoded.
  return (
    baseUrl +
    path.replace('{hash}', accountHash).replace('{id}', id).replace('{leaf}', leaf)
  )
}
