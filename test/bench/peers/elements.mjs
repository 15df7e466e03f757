// One picture, 800 × 600 at most and narrower with the page, as each peer is told to show it.
import { createElement } from 'react'

const id = '083eb7b2-5392-4565-b69e-aff66acddd00'
const place = `https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q/${id}`
const alt = 'A coast'
const size = { width: 800, height: 600 }
const sizes = '(min-width: 800px) 800px, 100vw'
const loader = ({ src, width, quality = 75 }) =>
  `${src}/width=${width},quality=${quality}`
/** What a module of either kind exports. */
const exported = (module) => {
  let value = module
  while (value.default && !value.$$typeof && typeof value !== 'function') {
    value = value.default
  }
  return value
}

/** By peer, what makes the element; each is loaded only when it is asked for. */
export const elements = {
  'unpic, base and provider': async () => {
    const { Image } = await import('@unpic/react/base')
    const { transform } = await import('unpic/providers/cloudflare_images')
    const given = { src: `${place}/w=800`, layout: 'constrained', ...size, alt }
    return () => createElement(Image, { ...given, transformer: transform })
  },
  'unpic, all providers': async () => {
    const { Image } = await import('@unpic/react')
    const given = { src: `${place}/w=800`, layout: 'constrained', ...size, alt }
    return () => createElement(Image, given)
  },
  "next/image's getImageProps": async () => {
    const { getImageProps } = await import('next/image.js')
    return () =>
      createElement(
        'img',
        getImageProps({ src: place, ...size, sizes, alt, loader }).props,
      )
  },
  'next/image': async () => {
    const Image = exported(await import('next/image.js'))
    return () => createElement(Image, { src: place, ...size, sizes, alt, loader })
  },
  'cloudflare-image': async () => {
    const { Image } = await import('cloudflare-image')
    const options = { widths: [640, 800, 1600] }
    const given = { src: '/coast.jpg', ...size, sizes, alt, loading: 'lazy' }
    return () => createElement(Image, { ...given, enabled: true, options })
  },
  hydrogen: async () => {
    const { Image } = await import('@shopify/hydrogen-react')
    const data = {
      url: 'https://cdn.shopify.com/s/files/coast.jpg',
      altText: alt,
      ...size,
    }
    return () => createElement(Image, { data, sizes, aspectRatio: '4/3' })
  },
  '@imagekit/react': async () => {
    const { Image } = exported(await import('@imagekit/react'))
    const given = { urlEndpoint: 'https://ik.imagekit.io/demo', src: '/coast.jpg' }
    return () => createElement(Image, { ...given, ...size, sizes, alt })
  },
  'react-imgix': async () => {
    const Image = exported(await import('react-imgix'))
    const htmlAttributes = { alt, loading: 'lazy' }
    return () =>
      createElement(Image, {
        src: 'https://demo.imgix.net/coast.jpg',
        sizes,
        htmlAttributes,
      })
  },
  'next-cloudinary': async () => {
    process.env.NEXT_PUBLIC_CLOUDINARY_CLOUD_NAME = 'demo'
    const { CldImage } = await import('next-cloudinary')
    return () => createElement(CldImage, { src: 'coast', ...size, sizes, alt })
  },
}
