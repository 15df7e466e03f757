import { limits } from '../api/limits.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import { examineFile } from './examineFile.ts'
import { isExpired } from './findImage.ts'
import type { ImageFields } from './readImageFields.ts'
import { Refusal } from './Refusal.ts'
import type { StoredImage } from './Store.ts'

/** Examines an uploaded file and stores it, as the image that `fields` describe. @throws Refusal */
export async function storeFile(
  file: File,
  fields: ImageFields & { id: string },
  context: EmulatorContext,
): Promise<StoredImage> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const examined = await examineFile(bytes, context)
  await refuseAboveQuota(context)
  const image = {
    id: fields.id,
    filename: fileName(file.name),
    uploaded: context.stamp(),
    requireSignedURLs: fields.requireSignedURLs,
    meta: fields.meta,
    creator: fields.creator,
    file: examined,
  }
  await context.store.write(image, bytes)
  return image
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
