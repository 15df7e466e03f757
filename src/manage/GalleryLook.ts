import type { ErrorLabels } from '../api/labelOfError.ts'
import type { GalleryLabels } from './galleryLabels.ts'

/** The parts of a gallery that take a class name. */
export type GalleryPart =
  | 'root'
  | 'toolbar'
  | 'search'
  | 'grid'
  | 'item'
  | 'picture'
  | 'name'
  | 'detail'
  | 'select'
  | 'open'
  | 'delete'
  | 'footer'
  | 'button'
  | 'message'
  | 'notice'
  | 'skeleton'

/** How a gallery looks and speaks: what its parts need of its props. */
export interface GalleryLook {
  labels: GalleryLabels
  errors: ErrorLabels | undefined
  classNames: GalleryClassNames
  unstyled: boolean
}

/** Class names by part, added to our own. */
export type GalleryClassNames = Partial<Record<GalleryPart, string>>

/** The class names of a part: ours unless the gallery is unstyled, and the app's. */
export function partClass(
  { classNames, unstyled }: Pick<GalleryLook, 'classNames' | 'unstyled'>,
  part: GalleryPart,
): string | undefined {
  const ours = part === 'root' ? 'rci rci-gallery' : `rci-gallery-${part}`
  return [unstyled ? '' : ours, classNames[part]].filter(Boolean).join(' ') || undefined
}
