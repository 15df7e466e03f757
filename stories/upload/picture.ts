/** A PNG painted in the browser, so that stories need nobody's photographs. */
export async function picture(
  name: string,
  { width = 640, height = 480, from = '#f6821f', to = '#1f5fd0' } = {},
): Promise<File> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')!
  const gradient = context.createLinearGradient(0, 0, width, height)
  gradient.addColorStop(0, from)
  gradient.addColorStop(1, to)
  context.fillStyle = gradient
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#ffffff99'
  context.beginPath()
  context.arc(width * 0.7, height * 0.35, height * 0.18, 0, Math.PI * 2)
  context.fill()
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' })
}
