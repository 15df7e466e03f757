import { defineDelivery, deliveryUrl, rewriteUrl } from 'react-cloudflare-images/url'

const delivery = defineDelivery({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })

/** A background for usual and for sharp screens: `style={{ backgroundImage: background('coast', 400) }}`. */
export function background(id: string, width: number): string {
  const at = (density: number) =>
    `url("${deliveryUrl(delivery, id, { width: width * density })}") ${density}x`
  return `image-set(${at(1)}, ${at(2)})`
}

/** For `<meta property="og:image">`: in the size and the format that every reader takes. */
export function openGraphImage(id: string): string {
  return deliveryUrl(delivery, id, {
    width: 1200,
    height: 630,
    fit: 'cover',
    format: 'jpeg',
  })
}

/** The `loader` of next/image, for ids: `<Image loader={loader} src="coast" … />`. */
export function loader(asked: { src: string; width: number; quality?: number }): string {
  return deliveryUrl(delivery, asked.src, { width: asked.width, quality: asked.quality })
}

/** The large picture of a lightbox, from the URL of the small one on the page. */
export function largePicture(src: string): string {
  return rewriteUrl(src, { width: 2400, height: undefined, fit: 'scale-down' })
}
