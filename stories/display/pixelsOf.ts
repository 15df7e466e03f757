import { fileSizeOf } from './fileSizeOf.ts'

/** Pixels of the file behind a picture, once it has loaded. */
export async function pixelsOf(img: HTMLElement): Promise<string> {
  const picture = img as HTMLImageElement
  picture.scrollIntoView()
  while (!picture.complete) {
    await new Promise((resolve) =>
      picture.addEventListener('load', resolve, { once: true }),
    )
  }
  return fileSizeOf(picture.currentSrc)
}
