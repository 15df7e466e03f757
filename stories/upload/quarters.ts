/** A PNG whose quarters are red and green above, blue and yellow below. */
export async function quarters(name: string): Promise<File> {
  const [width, height] = [600, 400]
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')!
  for (const [at, colour] of colours.entries()) {
    context.fillStyle = `rgb(${colour.rgb.join()})`
    const [x, y] = [at % 2, Math.floor(at / 2)]
    context.fillRect((x * width) / 2, (y * height) / 2, width / 2, height / 2)
  }
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' })
}

/** Size of the picture at a URL and the colours of its quarters in the order of reading, as the browser decodes it. */
export async function quartersOf(url: string): Promise<string> {
  const picture = await createImageBitmap(await (await fetch(url)).blob())
  const { width, height } = picture
  const context = new OffscreenCanvas(width, height).getContext('2d')!
  context.drawImage(picture, 0, 0)
  const names = [0, 1, 2, 3].map((at) => {
    const [x, y] = [at % 2 ? 0.75 : 0.25, at < 2 ? 0.25 : 0.75]
    const { data } = context.getImageData(width * x, height * y, 1, 1)
    const isNear = (rgb: number[]) => rgb.every((c, n) => Math.abs(c - data[n]!) < 12)
    return colours.find(({ rgb }) => isNear(rgb))?.name ?? `rgb(${data.join()})`
  })
  return `${width}×${height} ${names.join(' ')}`
}

const colours = [
  { name: 'red', rgb: [200, 50, 60] },
  { name: 'green', rgb: [40, 140, 90] },
  { name: 'blue', rgb: [40, 90, 200] },
  { name: 'yellow', rgb: [240, 190, 60] },
]
