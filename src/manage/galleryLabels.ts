/** The words of `ImageGallery`; those with a number are functions, so that any plural can be said. */
export interface GalleryLabels {
  /** Names the grid for screen readers. */
  gallery: string
  /** Said while the first page is on its way. */
  loading: string
  /** Heading where there are no images. */
  empty: string
  /** What to do where there are no images. */
  emptyHint: string
  /** Heading where the list could not be loaded. */
  failed: string
  /** Tries again after a failure. */
  retry: string
  /** Loads the next page. */
  loadMore: string
  /** Stands on the button while the next page is on its way. */
  loadingMore: string
  /** Said after a page arrived. */
  loaded: (count: number) => string
  /** Name of the button that deletes one image. */
  delete: (name: string) => string
  /** Said once images are hidden and can still be brought back. */
  deleted: (count: number) => string
  /** Brings deleted images back. */
  undo: string
  /** Said where a deletion failed and the image is back. */
  notDeleted: (name: string) => string
  /** Closes a message. */
  dismiss: string
}

/** The words of `ImageGallery` in English. */
export const galleryLabels: GalleryLabels = {
  gallery: 'Your pictures',
  loading: 'Loading your pictures…',
  empty: 'No pictures yet',
  emptyHint: 'Pictures that you upload appear here.',
  failed: 'Your pictures could not be loaded',
  retry: 'Try again',
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  loaded: (count) => (count === 1 ? '1 picture' : `${count} pictures`),
  delete: (name) => `Delete ${name}`,
  deleted: (count) => (count === 1 ? 'Picture deleted' : `${count} pictures deleted`),
  undo: 'Undo',
  notDeleted: (name) => `${name} was not deleted`,
  dismiss: 'Dismiss',
}
