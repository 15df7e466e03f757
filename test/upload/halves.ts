/** A picture whose left half is red and whose right half is blue, with a hole in the middle where it is asked for. */
export async function halves(
  name: string,
  { width = 400, height = 300, type = 'image/png', hole = false } = {},
): Promise<File> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')!
  context.fillStyle = 'rgb(220, 20, 20)'
  context.fillRect(0, 0, width / 2, height)
  context.fillStyle = 'rgb(20, 20, 220)'
  context.fillRect(width / 2, 0, width / 2, height)
  if (hole) context.clearRect(width * 0.4, height * 0.4, width * 0.2, height * 0.2)
  return new File([await canvas.convertToBlob({ type, quality: 1 })], name, { type })
}
