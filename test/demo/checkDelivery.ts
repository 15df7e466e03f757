import type { Page } from 'playwright'
import type { CloudflareImage } from 'react-cloudflare-images'
import { cornerColours } from '../support/pictures.ts'
import type { DemoPicture } from './demoPictures.ts'
import { expectedSize } from './expectedSize.ts'
import type { Box } from './expectedSize.ts'
import type { RunningDemo } from './startDemo.ts'

/** One way to ask for a picture, and the box that it means. */
export interface Place {
  leaf: string
  box: Box
}

/** A named variant that crops, one that shrinks, and a flexible one. */
export const places: readonly Place[] = [
  { leaf: 'thumb', box: { width: 320, height: 240, fit: 'cover' } },
  { leaf: 'card', box: { width: 640, fit: 'scale-down' } },
  { leaf: 'width=900,height=600', box: { width: 900, height: 600, fit: 'scale-down' } },
]

/** What one delivery was, and what is wrong with it. */
export interface DeliveryCheck {
  name: string
  bytes: number
  id: string
  path: string
  format: string
  size: string
  milliseconds: number
  problem: string | undefined
}

interface Asked {
  picture: DemoPicture
  image: CloudflareImage
  place: Place
  demo: RunningDemo
}

/** Has the browser fetch and decode one delivery, and compares it with what the source alone says. */
export async function checkDelivery(page: Page, asked: Asked): Promise<DeliveryCheck> {
  const { picture, image, place, demo } = asked
  const path = `/${image.id}/${place.leaf}`
  const url = `${demo.delivery}/${demo.accountHash}${path}`
  const seen = await page.evaluate(decode, url)
  return {
    name: picture.name,
    bytes: await demo.storedBytes(image.id),
    id: image.id,
    path,
    format: seen.type,
    size: `${seen.width} × ${seen.height}${seen.frames > 1 ? ` × ${seen.frames}` : ''}`,
    milliseconds: seen.milliseconds,
    problem: problemOf(seen, asked),
  }
}

type Seen = Awaited<ReturnType<typeof decode>>

function problemOf(seen: Seen, { picture, place }: Asked): string | undefined {
  if (seen.status !== 200) return `status ${seen.status}: ${seen.text}`
  const svg = picture.type === 'image/svg+xml'
  const type = svg ? 'image/svg+xml' : picture.frames > 1 ? 'image/webp' : 'image/avif'
  if (seen.type !== type) return `expected ${type}`
  if (seen.frames !== picture.frames) return `expected ${picture.frames} frames`
  if (picture.size) {
    const size = svg ? picture.size : expectedSize(picture.size, place.box)
    if (size.width !== seen.width || size.height !== seen.height) {
      return `expected ${size.width} × ${size.height}`
    }
  }
  if (!picture.corners) return undefined
  const colours = Object.values(cornerColours)
  const off = colours.findIndex((colour, at) =>
    colour.some(
      (value, channel) => Math.abs(value - (seen.corners[at]?.[channel] ?? -999)) > 40,
    ),
  )
  return off === -1
    ? undefined
    : `corner ${Object.keys(cornerColours)[off]} has the wrong colour`
}

/** Runs in the page: what the browser itself makes of the delivered bytes. */
async function decode(url: string) {
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
  await image.decode()
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
