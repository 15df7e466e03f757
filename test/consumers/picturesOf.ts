import type { Page } from 'playwright'

/** A picture as the browser shows it, and as it decodes the bytes that it chose. */
export interface Picture {
  alt: string
  currentSrc: string
  loaded: boolean
  /** `width×height` of the delivered pixels; `naturalWidth` would be corrected by the density. */
  pixels: string
}

/** Every picture of a page, in order, each once it has loaded or failed. */
export async function picturesOf(page: Page): Promise<Picture[]> {
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  return page.evaluate(() =>
    Promise.all(
      [...document.images].map(async ({ alt, currentSrc, naturalWidth }) => {
        const answer = await fetch(currentSrc)
        const bitmap = await createImageBitmap(await answer.blob()).catch(() => undefined)
        return {
          alt,
          currentSrc,
          loaded: naturalWidth > 0,
          pixels: bitmap ? `${bitmap.width}×${bitmap.height}` : `status ${answer.status}`,
        }
      }),
    ),
  )
}
