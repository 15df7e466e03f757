'use client'
import { use, useState } from 'react'
import type { JSX, ReactNode, SyntheticEvent } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { DeliveryContext } from '../display/DeliveryContext.ts'
import { ResponsiveImage } from '../display/ResponsiveImage.tsx'
import { VariantImage } from '../display/VariantImage.tsx'
import type { Delivery } from '../url/Delivery.ts'
import { GalleryIcon } from './GalleryIcon.tsx'

interface GalleryThumbnailProps {
  /** Absent while the picture is on its way up. */
  image: CloudflareImage | undefined
  /** What the picture is called, its words for those who cannot see it. */
  name: string
  /** Named variant to show; without it a square is cut where the account allows options. */
  variant: string | undefined
  /** Stands over the picture until it is decoded, so that there is no blank between the two. */
  preview?: ReactNode
}

/** A small picture of the image, or a sign where it cannot be shown. */
export function GalleryThumbnail({
  image,
  name,
  variant,
  preview,
}: GalleryThumbnailProps): JSX.Element {
  const delivery = use(DeliveryContext)
  const [status, setStatus] = useState<'loading' | 'ready' | 'broken'>('loading')
  const common: CommonProps = {
    alt: name,
    width: 320,
    onError: () => setStatus('broken'),
    onLoad: async ({ currentTarget }) => {
      await currentTarget.decode().catch(() => {}) // it has loaded; where it cannot be decoded `onError` tells
      setStatus('ready')
    },
    ...(preview !== undefined && { loading: 'eager', decoding: 'sync' }),
  }
  const picture =
    image && status !== 'broken' && pictureOf(image, { variant, delivery, common })
  return (
    <>
      {picture || (image && <GalleryIcon name="picture" />)}
      {status === 'loading' && preview}
    </>
  )
}

interface CommonProps {
  alt: string
  width: number
  loading?: 'eager'
  decoding?: 'sync'
  onError: () => void
  onLoad: (event: SyntheticEvent<HTMLImageElement>) => void
}

interface PictureOptions {
  variant: string | undefined
  delivery: Delivery | undefined
  common: CommonProps
}

/** The image in a variant whose URL is known or can be made, or in a square cut to size; undefined where neither can be. */
function pictureOf(
  image: CloudflareImage,
  { variant, delivery, common }: PictureOptions,
): JSX.Element | undefined {
  const signed = variant ?? Object.keys(image.urls ?? {})[0]
  if (signed !== undefined && image.urls?.[signed]) {
    return <VariantImage {...common} height={320} image={image} variant={signed} />
  }
  if (image.requireSignedURLs) return undefined
  if (delivery && variant !== undefined) {
    return <VariantImage {...common} height={320} image={image} variant={variant} />
  }
  if (delivery) {
    return <ResponsiveImage {...common} image={image} aspectRatio={1} sizes="14rem" />
  }
  // Without a delivery there still are the URLs that the backend sent along.
  const urls = image.variants ?? []
  const src = urls.find((url) => url.endsWith(`/${variant ?? 'public'}`)) ?? urls[0]
  if (src === undefined) return undefined
  const name = src.split('/').at(-1) ?? ''
  return <VariantImage {...common} height={320} src={src} variant={name} />
}
