import type { ReactNode } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { GalleryRows } from './GalleryRows.ts'

/** A picture on its way up, or that came up while this page was open. */
export interface PendingImage {
  /** The same from the drop to the end, so that its row stays the same row. */
  readonly key: string
  /** What the file is called. */
  readonly name: string
  /** The id that the image has or will have, once it is known. */
  readonly imageId?: string | undefined
  /** Whether a list has had it, so that it is gone where that list has it no more. */
  readonly hasArrived: boolean
  /** Draws it before it can be delivered, with how far it is. */
  readonly preview: ReactNode
}

/** Pictures on their way up, as whoever uploads them tells. Members are function properties, so they pass unbound. */
export interface PendingImages {
  readonly subscribe: (listener: () => void) => () => void
  /** The last one dropped first; the same array until one comes, changes or goes. */
  readonly getSnapshot: () => readonly PendingImage[]
  /** Tells that a list has these images. */
  readonly arrive: (imageIds: ReadonlySet<string>) => void
  /** Puts them before the images of a list. */
  readonly rowsOf: (
    images: readonly CloudflareImage[],
    pending: readonly PendingImage[],
  ) => GalleryRows
}
