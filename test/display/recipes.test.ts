import {
  defineDelivery,
  deliveryUrl,
  getImageProps,
  rewriteUrl,
} from 'react-cloudflare-images'
import { expect, test } from 'vitest'

const delivery = defineDelivery({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })
const base = 'https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q/coast'

test('a background in CSS for usual and for sharp screens', () => {
  const at = (density: number) =>
    `url("${deliveryUrl(delivery, 'coast', { width: 400 * density })}") ${density}x`
  expect(`image-set(${at(1)}, ${at(2)})`).toBe(
    `image-set(url("${base}/width=400") 1x, url("${base}/width=800") 2x)`,
  )
})

test('a picture for og:image, in the size and the format that every reader takes', () => {
  const url = deliveryUrl(delivery, 'coast', {
    width: 1200,
    height: 630,
    fit: 'cover',
    format: 'jpeg',
  })
  expect(url).toBe(`${base}/width=1200,height=630,fit=cover,format=jpeg`)
})

test('a loader for next/image', () => {
  // What next/image calls, with an id for src; quality is left out where the page leaves it out.
  const loader = ({
    src,
    width,
    quality,
  }: {
    src: string
    width: number
    quality?: number
  }) => deliveryUrl(delivery, src, { width, quality })
  expect(loader({ src: 'coast', width: 640 })).toBe(`${base}/width=640`)
  expect(loader({ src: 'coast', width: 640, quality: 75 })).toBe(
    `${base}/width=640,quality=75`,
  )
})

test('the large picture of a lightbox, from the small one on the page', () => {
  const { src } = getImageProps({
    delivery,
    id: 'coast',
    alt: '',
    width: 300,
    height: 200,
  })
  const large = rewriteUrl(src!, { width: 2400, height: undefined, fit: 'scale-down' })
  expect(large).toBe(`${base}/width=2400,fit=scale-down`)
})
