/** The words of `ImageGallery` for what follows its first sight. */
export interface GalleryLaterLabels {
  /** Heading where there are no pictures. */
  empty: string
  /** What to do where there are no pictures. */
  emptyHint: string
  /** Heading where the list could not be loaded. */
  failed: string
  /** Stands on the button that tries again. */
  retry: string
  /** Stands on the button that loads the next page. */
  loadMore: string
  /** Stands on that button while the next page is on its way. */
  loadingMore: string
  /** How many pictures are chosen. */
  selected: (count: number) => string
  /** Stands on the button that chooses all that are loaded. */
  selectAll: (count: number) => string
  /** Stands on the button that chooses none. */
  clear: string
  /** Stands on the button that deletes what is chosen. */
  deleteSelected: (count: number) => string
  /** Names the field that searches. */
  search: string
  /** What a search found in how many pictures; `isComplete` is false where more exist that nobody has looked through. */
  found: (count: number, loaded: number, isComplete: boolean) => string
  /** Said while deleted pictures can still be brought back. */
  deleted: (count: number) => string
  /** Stands on the button that brings them back. */
  undo: string
  /** Said where a deletion failed and the picture is back. */
  notDeleted: (name: string) => string
  /** Said where so many of the chosen pictures could not be deleted and are back. */
  notAllDeleted: (count: number) => string
  /** Names the button that closes a message. */
  dismiss: string
}

/** The same in English. */
export const galleryLaterLabels: GalleryLaterLabels = {
  empty: 'No pictures yet',
  emptyHint: 'What you upload appears here.',
  failed: 'The pictures could not be loaded',
  retry: 'Try again',
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  selected: (count) => (count === 0 ? 'None selected' : `${count} selected`),
  selectAll: (count) => `Select all ${count}`,
  clear: 'Clear selection',
  deleteSelected: (count) =>
    count === 1 ? 'Delete 1 picture' : `Delete ${count} pictures`,
  search: 'Search by name',
  found: (count, loaded, isComplete) =>
    isComplete
      ? `${count} of ${loaded} pictures`
      : `${count} of the ${loaded} pictures loaded so far; there are more`,
  deleted: (count) => (count === 1 ? 'Picture deleted' : `${count} pictures deleted`),
  undo: 'Undo',
  notDeleted: (name) => `${name} was not deleted`,
  notAllDeleted: (count) =>
    count === 1 ? '1 picture was not deleted' : `${count} pictures were not deleted`,
  dismiss: 'Dismiss',
}
