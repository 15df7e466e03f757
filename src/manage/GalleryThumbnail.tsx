'use client'
import { use, useState } from 'react'
import type { JSX, ReactNode } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { DeliveryContext } from '../display/DeliveryContext.ts'
import { thumbnailSource } from './thumbnailSource.ts'
import { useGalleryLater } from './useGalleryLater.ts'

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
  const source =
    image && status !== 'broken'
      ? thumbnailSource(image, { variant, delivery })
      : undefined
  const isNew = preview !== undefined
  return (
    <>
      {source ? (
        <img
          {...source}
          sizes={source.srcSet && '14rem'}
          alt={name}
          width={320}
          height={320}
          loading={isNew ? 'eager' : 'lazy'}
          decoding={isNew ? 'sync' : 'async'}
          onError={() => {
            setStatus('broken')
            addEventListener('online', () => setStatus('loading'), { once: true })
          }}
          onLoad={async ({ currentTarget }) => {
            if (!isNew) return
            await currentTarget.decode().catch(() => {}) // it has loaded; where it cannot be decoded `onError` tells
            setStatus('ready')
          }}
        />
      ) : (
        image && <NoPicture />
      )}
      {status !== 'ready' && preview}
    </>
  )
}

function NoPicture() {
  const { GalleryIcon } = useGalleryLater() ?? {}
  return GalleryIcon && <GalleryIcon name="picture" />
}
