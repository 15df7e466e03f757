import type { Metadata, Sharp } from 'sharp'
import type { TransformPlan } from '../emulator/Transformer.ts'
import { readCopyright } from './readCopyright.ts'

/**
 * Says what a JPEG keeps of the original's metadata. The colour profile is never kept, because the pixels are sRGB.
 *
 * @see https://developers.cloudflare.com/images/optimization/features/#metadata
 */
export function keepMetadata(
  image: Sharp,
  { exif }: Metadata,
  keep: TransformPlan['metadata'] = 'copyright',
): Sharp {
  switch (keep) {
    case 'none':
      return image
    case 'keep':
      return image.keepExif().keepXmp()
    case 'copyright': {
      const notice = exif && readCopyright(exif)
      return notice === undefined
        ? image
        : image.withExif({ IFD0: { Copyright: notice } })
    }
  }
}
