/** What the browser itself makes of one delivery. */
export interface DecodedDelivery {
  status: number
  type: string
  milliseconds: number
  /** The answer's words where it is not a picture. */
  text: string
  width: number
  height: number
  frames: number
  /** Colours near the corners: top left, top right, bottom left, bottom right. */
  corners: number[][]
}

/** Fetches a delivery as an `<img>` would and has the browser decode it. Runs in the page. */
export async function decodeDelivery(url: string): Promise<DecodedDelivery> {
  const began = performance.now()
  const accept = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8'
  const response = await fetch(url, { headers: { accept } })
  const blob = await response.blob()
  const milliseconds = Math.round(performance.now() - began)
  const seen = { status: response.status, type: blob.type, milliseconds, text: '' }
  const nothing = { width: 0, height: 0, frames: 0, corners: [] as number[][] }
  if (!response.ok) return { ...seen, ...nothing, text: await blob.text() }
  const image = new Image()
  image.src = URL.createObjectURL(blob)
  try {
    await image.decode()
  } catch {
    return { ...seen, ...nothing, text: 'the browser cannot decode it' }
  }
  const { naturalWidth: width, naturalHeight: height } = image
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')!
  context.drawImage(image, 0, 0, width, height)
  const colour = (x: number, y: number) =>
    [
      ...context.getImageData(Math.round(width * x), Math.round(height * y), 1, 1).data,
    ].slice(0, 3)
  const corners = [
    colour(0.05, 0.05),
    colour(0.95, 0.05),
    colour(0.05, 0.95),
    colour(0.95, 0.95),
  ]
  let frames = 1
  if (blob.type === 'image/webp' || blob.type === 'image/gif') {
    const decoder = new ImageDecoder({ data: await blob.arrayBuffer(), type: blob.type })
    await decoder.tracks.ready
    frames = decoder.tracks.selectedTrack?.frameCount ?? 1
  }
  URL.revokeObjectURL(image.src)
  return { ...seen, width, height, frames, corners }
}
