import { limits } from '../api/limits.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import { examineFile } from './examineFile.ts'
import { isExpired } from './findImage.ts'
import type { ImageFields } from './readImageFields.ts'
import { Refusal } from './Refusal.ts'
import type { StoredImage } from './Store.ts'

/** An image that is to be stored. */
export interface NewImage extends ImageFields {
  id: string
  bytes: Uint8Array<ArrayBuffer>
  filename: string
  /** ISO 8601. @default now */
  uploaded?: string | undefined
}

/** Examines a file and stores it as an image. @throws Refusal */
export async function storeImage(
  image: NewImage,
  context: EmulatorContext,
): Promise<StoredImage> {
  const { id, bytes, requireSignedURLs, meta, creator } = image
  const file = await examineFile(bytes, context)
  await refuseAboveQuota(context)
  const stored = {
    id,
    filename: fileName(image.filename),
    uploaded: image.uploaded ?? context.stamp(),
    requireSignedURLs,
    meta,
    creator,
    file,
  }
  await context.store.write(stored, bytes)
  return stored
}

/** Refuses an id that an image or a pending draft already has. [obs] */
export async function refuseTakenId(
  id: string,
  { store, now }: EmulatorContext,
): Promise<void> {
  const taken = await store.read(id)
  if (taken !== undefined && !isExpired(taken, now())) throw new Refusal(5409)
}

/** Counting reads every image, so only a limit that can be reached in a test is counted. */
const refuseAboveQuota = async ({ store, limits: { images } }: EmulatorContext) => {
  if (images >= 100_000) return
  const stored = (await store.list()).filter(({ file }) => file !== undefined)
  if (stored.length >= images) throw new Refusal(5453)
}

/** [spec] basename, at most 255 characters; longer ones are cut. [inf] */
const fileName = (name: string) =>
  Array.from(name.split(/[\\/]/).at(-1) ?? '')
    .slice(0, limits.filenameLength)
    .join('')
