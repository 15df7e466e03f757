import type { GalleryLaterLabels } from './galleryLaterLabels.ts'

/** The words of `ImageGallery`; those with a number or a name are functions, so that any language can say them. */
export interface GalleryLabels extends GalleryLaterLabels {
  /** Names the grid for screen readers. */
  gallery: string
  /** Said while the first page is on its way. */
  loading: string
  /** Said where what follows the first sight could not be loaded: keys, choosing, deleting. */
  incomplete: string
  /** Stands on the button that loads the page anew. */
  reload: string
  /** Said to screen readers after a page arrived. */
  loaded: (count: number) => string
  /** Width and height in pixels. */
  dimensions: (width: number, height: number) => string
  /** Names a picture that is on its way up. */
  uploading: (name: string) => string
  /** Names the button that opens a picture. */
  open: (name: string) => string
  /** Names the button that deletes a picture. */
  delete: (name: string) => string
  /** Names the box that chooses a picture. */
  select: (name: string) => string
}

/** The words of `ImageGallery` at first sight, in English. */
export const galleryLabels: Omit<GalleryLabels, keyof GalleryLaterLabels> = {
  gallery: 'Pictures',
  loading: 'Loading pictures',
  incomplete: 'A part of this gallery could not be loaded',
  reload: 'Reload the page',
  loaded: (count) => (count === 1 ? '1 picture' : `${count} pictures`),
  dimensions: (width, height) => `${width} × ${height}`,
  uploading: (name) => `${name}, uploading`,
  open: (name) => `Open ${name}`,
  delete: (name) => `Delete ${name}`,
  select: (name) => `Select ${name}`,
}
