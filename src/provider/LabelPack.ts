import type { ImagesErrorCode } from '../api/errorCodes.ts'
import type { FocalPointLabels } from '../manage/focalPointLabels.ts'
import type { GalleryLabels } from '../manage/galleryLabels.ts'
import type { ImageDetailsLabels } from '../manage/imageDetailsLabels.ts'
import type { VariantManagerLabels } from '../manage/variantManagerLabels.ts'
import type { UploaderLabels } from '../upload/uploaderLabels.ts'
import type { Labels } from './Labels.ts'
import type { PickerLabels } from './pickerLabels.ts'

/**
 * Every word of every component in one language: `Labels` of which nothing is missing, so that a pack of your own does
 * not compile until it is complete.
 *
 * @example
 * ```tsx
 * import { germanLabels, ImageGallery, ImagesProvider } from 'react-cloudflare-images'
 * import type { LabelPack } from 'react-cloudflare-images'
 *
 * const austrian: LabelPack = {
 *   ...germanLabels,
 *   gallery: { ...germanLabels.gallery, empty: 'Noch keine Fotos' },
 * }
 * export const Library = () => (
 *   <ImagesProvider endpoint="/api/images" labels={austrian}>
 *     <ImageGallery />
 *   </ImagesProvider>
 * )
 * ```
 */
export interface LabelPack extends Labels {
  /** A sentence for each error code. */
  errors: Record<ImagesErrorCode, string>
  /** The words of `ImageUploader`. */
  uploader: UploaderLabels
  /** The words of `ImageGallery`. */
  gallery: GalleryLabels
  /** The words of `ImageDetails`. */
  details: ImageDetailsLabels
  /** The words of `FocalPointPicker`. */
  focal: FocalPointLabels
  /** The words of `VariantManager`. */
  variants: VariantManagerLabels
  /** The words of `ImagePicker`. */
  picker: PickerLabels
}
