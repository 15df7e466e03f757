import type { Delivery } from '../url/Delivery.ts'
import { sizesAttribute } from '../url/sizesAttribute.ts'
import { flexibleLadder } from './flexibleLadder.ts'
import type { ImageBox } from './imageBox.ts'
import { namedLadder } from './namedLadder.ts'
import type { Source } from './readSource.ts'
import type { ResponsiveProps } from './ResponsiveImageOptions.ts'

/** The attributes that say which URLs a picture has. */
export interface ResponsiveUrls {
  src: string
  srcSet?: string
  sizes?: string
}

/** The URLs of a picture that comes in the size that the screen needs. @throws ImagesError */
export function responsiveUrls(
  source: Source,
  box: ImageBox,
  slot: ResponsiveProps<Delivery> & { isLazy: boolean },
): ResponsiveUrls {
  const { layout, variants, sizes, maxDpr, isLazy } = slot
  const { url, image, delivery } = source
  if (url) return { src: url }
  const isNamed = variants || image?.requireSignedURLs || delivery?.flexible === false
  const { srcSet, widths } = isNamed
    ? namedLadder(source, { variants, ratio: box.ratio })
    : flexibleLadder(source, box, slot)
  if (widths.length < 2) return { src: firstUrl(srcSet) }
  const text =
    typeof sizes === 'string'
      ? sizes
      : sizesAttribute({ layout, width: box.width, sizes, maxDpr })
  // Where the browser sees the width for itself, it needs both attributes, for it lays out without the picture.
  const isAuto = isLazy && !maxDpr && box.width && box.height && !text.startsWith('auto')
  const usual = (layout !== 'fullWidth' && box.width) || 1080
  const best = widths.find((width) => width >= usual) ?? widths.at(-1)
  return {
    // For what reads no srcset: a picture of usual size, not the largest.
    src: firstUrl(
      srcSet
        .slice(0, srcSet.indexOf(` ${best}w`))
        .split(', ')
        .at(-1) ?? '',
    ),
    srcSet,
    sizes: isAuto ? `auto, ${text}` : text,
  }
}

const firstUrl = (srcSet: string): string => srcSet.split(' ', 1)[0] ?? ''
