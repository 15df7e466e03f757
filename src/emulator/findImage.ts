import type { EmulatorContext } from './EmulatorContext.ts'
import { Refusal } from './Refusal.ts'
import type { StoredImage } from './Store.ts'

/** The image with this id. An expired draft is none. @throws Refusal 5404 */
export async function findImage(
  id: string,
  { store, now }: Pick<EmulatorContext, 'store' | 'now'>,
): Promise<StoredImage> {
  const image = await store.read(id)
  if (image === undefined || isExpired(image, now())) throw new Refusal(5404)
  return image
}

/** Whether an image was only reserved, and its upload URL has expired. */
export function isExpired(image: StoredImage, now: number): boolean {
  return image.draftUntil !== undefined && image.draftUntil <= now
}
