import { defineDelivery, getImageProps } from 'react-cloudflare-images'
import { expect, test } from 'vitest'
import {
  background,
  largePicture,
  loader,
  openGraphImage,
} from '../../stories/display/recipes.ts'

const delivery = defineDelivery({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })
const base = 'https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q/coast'

test('a background in CSS for usual and for sharp screens', () => {
  expect(background('coast', 400)).toBe(
    `image-set(url("${base}/width=400") 1x, url("${base}/width=800") 2x)`,
  )
})

test('a background stays one URL in CSS, whatever the id', () => {
  expect(background('a") 1x, url(b', 4)).not.toMatch(/"\) 1x, url\(b/)
  expect(background("it's (one)", 4)).toContain('/it%27s%20%28one%29/')
})

test('a picture for og:image, in the size and the format that every reader takes', () => {
  expect(openGraphImage('coast')).toBe(
    `${base}/width=1200,height=630,fit=cover,format=jpeg`,
  )
})

test('a loader for next/image', () => {
  // What next/image calls, with an id for src; quality is left out where the page leaves it out.
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
  expect(largePicture(src!)).toBe(`${base}/width=2400,fit=scale-down`)
})
