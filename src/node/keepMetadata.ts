import type { Metadata, Sharp } from 'sharp'
import type { TransformPlan } from '../emulator/Transformer.ts'
import { readCopyright } from './readCopyright.ts'

/**
 * Says what a JPEG keeps of the original's metadata. The orientation is never kept, because the pixels stand upright,
 * and neither is the colour profile, because they are sRGB.
 *
 * @see https://developers.cloudflare.com/images/optimization/features/#metadata
 */
export function keepMetadata(
  image: Sharp,
  { exif, orientation }: Metadata,
  keep: TransformPlan['metadata'] = 'copyright',
): Sharp {
  switch (keep) {
    case 'none':
      return image
    case 'keep': {
      const kept = image.keepExif().keepXmp()
      return orientation === undefined
        ? kept
        : kept.withExifMerge({ IFD0: { Orientation: '1' } })
    }
    case 'copyright': {
      const notice = exif && readCopyright(exif)
      return notice === undefined
        ? image
        : image.withExif({ IFD0: { Copyright: notice } })
    }
  }
}
