import { isDevelopment } from '#development'
import type { ComponentProps } from 'react'
import type { PreloadOptions } from 'react-dom'
import { readImageFacts } from '../api/readImageFacts.ts'
import type { Delivery } from '../url/Delivery.ts'
import { checkResponsive } from './checkResponsive.ts'
import { imageBox } from './imageBox.ts'
import type { ImgProps } from './ImgAttributes.ts'
import { enclose, joinMedia } from './joinMedia.ts'
import type { ResponsiveImageOptions } from './ResponsiveImageOptions.ts'
import { responsiveImageProps } from './responsiveImageProps.ts'
import type {
  PictureSource,
  ResponsivePictureOptions,
} from './ResponsivePictureOptions.ts'
import { responsiveUrls } from './responsiveUrls.ts'

/** What a `<picture>` is made of. */
export interface PictureElements {
  sources: ComponentProps<'source'>[]
  img: ImgProps
  /** What to load before all else: of all sources, one at a time. Empty where the picture is not urgent. */
  preloads: { href: string; options: PreloadOptions }[]
}

/** The elements of a picture that differs from screen to screen. @throws ImagesError */
export function responsivePictureProps(
  { sources = [], animated, ...given }: ResponsivePictureOptions<Delivery>,
  seesWidth: boolean,
): PictureElements {
  const img = responsiveImageProps(
    sources.some(isOther) ? { ...given, placeholder: 'none' } : given,
    seesWidth,
  )
  const isAuto = seesWidth && img.loading === 'lazy'
  const elements = [...sources, undefined].flatMap((source) => {
    const slot = slotOf(given, source)
    const facts = slot.image && readImageFacts(slot.image)
    const box = imageBox(slot, facts)
    if (isDevelopment && source) checkResponsive(slot, box)
    const known = { box, facts, isAuto }
    const element = ({ src = '', srcSet = src, sizes }: ImgProps, media?: string) => ({
      media,
      srcSet,
      sizes,
      width: box.width,
      height: box.height,
      src,
    })
    // The picture itself has its URLs already.
    const moving = element(source ? responsiveUrls(slot, known) : img, source?.media)
    if (!(animated ?? (facts?.n ?? 1) > 1)) return [moving]
    const options = { ...slot.options, anim: false }
    const still = element(
      responsiveUrls({ ...slot, options }, known),
      source ? `${enclose(source.media)} and ${lessMotion}` : lessMotion,
    )
    return still.srcSet === moving.srcSet ? [moving] : [still, moving]
  })
  const preloads = elements.map(({ src, srcSet, sizes, media }, index) => ({
    href: src,
    options: {
      as: 'image' as const,
      fetchPriority: 'high' as const,
      imageSrcSet: srcSet === src ? undefined : srcSet,
      imageSizes: sizes,
      media: joinMedia(
        media,
        elements.slice(0, index).map((earlier) => earlier.media ?? ''),
      ),
    },
  }))
  return {
    sources: elements.slice(0, -1).map(({ src: _, ...element }) => element),
    img,
    preloads: given.priority ? preloads : [],
  }
}

const lessMotion = '(prefers-reduced-motion: reduce)'

const isOther = ({ id, image, src }: Partial<PictureSource<Delivery>>) =>
  !!(id ?? image ?? src)

/** What a source says, over what is said of the picture. */
function slotOf(
  given: ResponsiveImageOptions<Delivery>,
  source: PictureSource<Delivery> | undefined,
): ResponsiveImageOptions<Delivery> {
  if (!source) return given
  const { width, height, aspectRatio } = source
  // Another image has signed URLs of its own, and another shape goes by its own numbers.
  const slot = {
    ...given,
    ...(isOther(source) && {
      id: undefined,
      image: undefined,
      src: undefined,
      signedUrls: undefined,
    }),
    ...((width ?? height ?? aspectRatio) && {
      height: undefined,
      aspectRatio: undefined,
    }),
    ...source,
  }
  return slot as ResponsiveImageOptions<Delivery> // one of id, image and src is there, from one of the two
}
