import type { Page } from 'playwright'
import type { CloudflareImage } from 'react-cloudflare-images'
import { cornerColours } from '../support/pictures.ts'
import type { DecodedDelivery } from './page/decodeDelivery.ts'
import type { DemoPicture } from './demoPictures.ts'
import { expectedSize } from './expectedSize.ts'
import type { Box, Size } from './expectedSize.ts'
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
  /** Why it was rightly refused. */
  refusal: string | undefined
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
  const seen = await page.evaluate((asked) => window.decodeDelivery(asked), url)
  const refusal = refusalOf(seen, picture)
  return {
    name: picture.name,
    bytes: await demo.storedBytes(image.id),
    id: image.id,
    path,
    format: seen.type,
    size: `${seen.width} × ${seen.height}${seen.frames > 1 ? ` × ${seen.frames}` : ''}`,
    milliseconds: seen.milliseconds,
    problem: refusal ? undefined : problemOf(seen, asked),
    refusal,
  }
}

/** HEIC needs a decoder that is installed apart; without it Cloudflare's code for it is the right answer. */
const refusalOf = ({ status, text }: DecodedDelivery, { type }: DemoPicture) =>
  /hei[cf]/.test(type) && status === 415 && text.includes('9412') ? text : undefined

function problemOf(seen: DecodedDelivery, { picture, place }: Asked): string | undefined {
  if (seen.status !== 200) return `status ${seen.status}: ${seen.text}`
  if (seen.text) return seen.text
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
  if (!picture.corners || !picture.size || !cornersInView(picture.size, place.box)) {
    return undefined
  }
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

/** Whether a crop to the box leaves enough of the corners, which take a quarter of each side. */
function cornersInView(source: Size, { width, height, fit }: Box): boolean {
  if (fit !== 'cover' || !width || !height) return true
  const ratio = width / height / (source.width / source.height)
  return Math.min(ratio, 1 / ratio) > 0.7
}
