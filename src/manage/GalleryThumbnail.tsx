'use client'
import { use, useState } from 'react'
import type { JSX } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { DeliveryContext } from '../display/DeliveryContext.ts'
import { ResponsiveImage } from '../display/ResponsiveImage.tsx'
import { VariantImage } from '../display/VariantImage.tsx'
import type { Delivery } from '../url/Delivery.ts'
import { GalleryIcon } from './GalleryIcon.tsx'

interface GalleryThumbnailProps {
  image: CloudflareImage
  /** What the picture is called, its words for those who cannot see it. */
  name: string
  /** Named variant to show; without it a square is cut where the account allows options. */
  variant: string | undefined
}

/** A small picture of the image, or a sign where it cannot be shown. */
export function GalleryThumbnail({
  image,
  name,
  variant,
}: GalleryThumbnailProps): JSX.Element {
  const delivery = use(DeliveryContext)
  const [isBroken, setBroken] = useState(false)
  const picture = isBroken ? undefined : pictureOf(image, { variant, delivery })
  const common = { alt: name, width: 320, onError: () => setBroken(true) }
  if (!picture) return <GalleryIcon name="picture" />
  if (picture === 'square') {
    return (
      <ResponsiveImage
        {...common}
        image={image}
        width={320}
        aspectRatio={1}
        sizes="14rem"
      />
    )
  }
  return <VariantImage {...common} height={320} {...picture} />
}

interface PictureOptions {
  variant: string | undefined
  delivery: Delivery | undefined
}

/** What can be shown of the image: a variant whose URL is known or can be made, a square cut to size, or nothing. */
function pictureOf(image: CloudflareImage, { variant, delivery }: PictureOptions) {
  const signed = variant ?? Object.keys(image.urls ?? {})[0]
  if (signed !== undefined && image.urls?.[signed]) return { image, variant: signed }
  if (image.requireSignedURLs) return undefined
  if (delivery) return variant === undefined ? 'square' : { image, variant }
  // Without a delivery there still are the URLs that the backend sent along.
  const urls = image.variants ?? []
  const src = urls.find((url) => url.endsWith(`/${variant ?? 'public'}`)) ?? urls[0]
  return src === undefined ? undefined : { src, variant: src.split('/').at(-1) ?? '' }
}
