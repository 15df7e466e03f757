/** Pixels of the file behind a picture, counted by the browser's own decoder. */
export async function pixelsOf(img: HTMLElement): Promise<string> {
  const picture = img as HTMLImageElement
  picture.scrollIntoView()
  while (!picture.complete) {
    await new Promise((resolve) =>
      picture.addEventListener('load', resolve, { once: true }),
    )
  }
  const answer = await fetch(picture.currentSrc)
  const { width, height } = await createImageBitmap(await answer.blob())
  return `${width}×${height}`
}
