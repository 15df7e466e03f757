import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { PendingImage } from './PendingImages.ts'

/** What one row of a gallery shows: an image, a picture on its way up, or one that was just that and is an image now. */
export interface GalleryRow {
  key: string
  image?: CloudflareImage | undefined
  pending?: PendingImage | undefined
}

/** The rows of a gallery. They are made as they are asked for: of ten thousand, a screenful is. */
export interface GalleryRows {
  length: number
  at: (index: number) => GalleryRow | undefined
  /** Where the row with this key stands, -1 where there is none. */
  indexOf: (key: string) => number
}
