/** The words of `ImageDetails`. */
export interface ImageDetailsLabels {
  /** Said while the picture is being loaded. */
  loading: string
  /** Said while the bytes of the picture have not arrived. */
  draft: string
  /** Names the field of the words for those who cannot see the picture. */
  alt: string
  /** Says what to write there. */
  altHint: string
  /** Stands on the button that stores what was changed. */
  save: string
  /** Said once it is stored. */
  saved: string
  /** Said while it is being stored. */
  saving: string
  /** Names the choice of the variant. */
  variant: string
  /** Stands on the button that copies the URL in that variant. */
  copyUrl: string
  /** Stands on the button that copies what to write into a page. */
  copyMarkup: string
  /** Said once it is copied. */
  copied: string
  /** Stands on the link that downloads the original. */
  download: string
  /** Names the switch of who may see the picture. */
  isPrivate: string
  /** What a public picture that becomes private means. */
  privateHint: string
  /** Stands on the button that deletes. */
  delete: string
  /** Stands on the button that takes the deletion back. */
  undo: string
  /** Said while the deletion can be taken back. */
  deleted: string
  /** When the picture was uploaded. */
  uploaded: (date: Date) => string
  /** Width and height in pixels. */
  dimensions: (width: number, height: number) => string
  /** Stands on the button that tries again. */
  retry: string
}

/** The words of `ImageDetails` in English. */
export const imageDetailsLabels: ImageDetailsLabels = {
  loading: 'Loading…',
  draft: 'This picture has not arrived yet.',
  alt: 'Description',
  altHint: 'What the picture shows, for those who cannot see it.',
  save: 'Save',
  saved: 'Saved',
  saving: 'Saving…',
  variant: 'Variant',
  copyUrl: 'Copy URL',
  copyMarkup: 'Copy markup',
  copied: 'Copied',
  download: 'Download original',
  isPrivate: 'Only with a signed URL',
  privateHint:
    'A private picture is shown in named variants only, and may get a new id. Browsers may keep a copy of what was public, for two days unless the variant says otherwise.',
  delete: 'Delete picture',
  undo: 'Undo',
  deleted: 'Picture deleted',
  uploaded: (date) =>
    `Uploaded ${date.toLocaleDateString('en', { dateStyle: 'medium' })}`,
  dimensions: (width, height) => `${width} × ${height} pixels`,
  retry: 'Try again',
}
