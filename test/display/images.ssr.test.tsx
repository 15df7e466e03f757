import { renderToString } from 'react-dom/server'
import {
  defineDelivery,
  ImagesProvider,
  ResponsiveImage,
  VariantImage,
  withDelivery,
} from 'react-cloudflare-images'
import { expect, test } from 'vitest'

const hash = 'Vi7wi5KSItxGFsWRG2Us6Q'
const id = '083eb7b2-5392-4565-b69e-aff66acddd00'
const delivery = defineDelivery({
  accountHash: hash,
  variants: { avatar: { width: 192, height: 192, fit: 'cover' } },
})
const image = { id, meta: { rci: { w: 4000, h: 3000, c: '#a1b2c3', alt: 'A coast' } } }
const Photo = withDelivery(ResponsiveImage, delivery)

test('the prop wins over the provider, and an inner provider over an outer one', () => {
  const other = defineDelivery({ accountHash: 'other', variants: { avatar: {} } })
  const picture = <VariantImage id={id} variant="avatar" alt="" width={9} height={9} />
  const markup = renderToString(
    <ImagesProvider delivery={delivery}>
      <ImagesProvider delivery={other}>{picture}</ImagesProvider>
      <VariantImage {...picture.props} delivery={other} />
      {picture}
    </ImagesProvider>,
  )
  expect(markup.match(/(?<=imagedelivery\.net\/)[^/]+/g)).toEqual([
    'other',
    'other',
    hash,
  ])
})

test('one constrained picture takes at most 1,000 bytes of HTML', () => {
  const markup = renderToString(
    <Photo
      image={{ id, meta: { rci: { w: 4000, h: 3000 } } }}
      width={800}
      height={600}
      alt="A coast"
    />,
  )
  expect(Buffer.byteLength(markup)).toBeLessThanOrEqual(1000)
  const cut = renderToString(
    <Photo
      image={{ id, meta: { rci: { w: 4000, h: 3000 } } }}
      width={800}
      height={400}
      alt="A coast"
    />,
  )
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(1300)
})

test('an urgent picture is preloaded with all its candidates', () => {
  const markup = renderToString(<Photo image={image} width={800} priority />)
  const [preload = '', img = ''] = markup.match(/<(?:link|img)[^>]*>/g) ?? []
  const read = (tag: string, name: string) =>
    new RegExp(` ${name}="([^"]*)"`, 'i').exec(tag)?.[1]
  expect(preload).toMatch(/^<link rel="preload" as="image"/)
  expect(read(preload, 'imagesrcset')).toBe(read(img, 'srcset'))
  expect(read(preload, 'imagesizes')).toBe(read(img, 'sizes'))
  expect(read(preload, 'fetchpriority')).toBe('high')
  expect(renderToString(<Photo image={image} width={800} />)).not.toContain('preload')
})
