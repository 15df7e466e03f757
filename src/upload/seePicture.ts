import type { SeenFacts } from './describePicture.ts'

/** A picture that is about to be sent. */
export interface SeenPicture {
  file: Blob
  type: string
  width: number | undefined
  height: number | undefined
}

/** What its pixels tell; nothing where the browser cannot decode it, as with HEIC, or has no size to draw it in. */
export async function seePicture({
  file,
  type,
  width,
  height,
}: SeenPicture): Promise<SeenFacts> {
  const canSee = typeof createImageBitmap === 'function' && !unseen.test(type)
  if (!canSee || !width || !height) return {}
  try {
    const { askPictureWorker } = await import('./askPictureWorker.ts')
    return await askPictureWorker({ task: 'describe', file, width, height })
  } catch {
    return {}
  }
}

const unseen = /hei[cf]|svg/
