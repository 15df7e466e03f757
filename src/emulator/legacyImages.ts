import type { TransformOptions } from '../url/TransformOptions.ts'
import { encodeImageId } from '../url/encodeImageId.ts'
import type { StoredImage } from './Store.ts'

/** An image as the beta of 2021 returned it. */
export interface LegacyImage {
  filename: string
  id: string
  variants: { name: 'default'; url: string }[]
}

/** Stored images in the words of the beta. */
export function legacyImages(
  images: readonly StoredImage[],
  origin: string,
): LegacyImage[] {
  return images.map(({ id, filename }) => {
    const url = `${origin}/default/${encodeImageId(id)}`
    return { filename, id, variants: [{ name: 'default', url }] }
  })
}

/** The id in a delivery URL of the beta, which had neither hash nor variant; undefined where it is another URL. */
export function legacyIdOf(pathname: string): string | undefined {
  const [, text] =
    /^(?:\/cdn-cgi\/imagedelivery)?\/default\/([^/]+)$/.exec(pathname) ?? []
  try {
    return text && decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** What the only variant of the beta did, by the device that asks: a desktop where it cannot be told. */
export function legacyOptions(headers: Headers): TransformOptions {
  const [width, height] = boxes[deviceOf(headers.get('user-agent') ?? '')]
  return { fit: 'scale-down', width, height, metadata: 'none', quality: 85 }
}

const boxes = {
  desktop: [2560, 1440],
  tablet: [1920, 1080],
  mobile: [1080, 720],
} as const

const deviceOf = (agent: string): keyof typeof boxes => {
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(agent)) return 'tablet'
  return /Mobi|iPhone/i.test(agent) ? 'mobile' : 'desktop'
}
