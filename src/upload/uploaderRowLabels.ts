/** The words of `ImageUploader` that only rows need. */
export interface UploaderRowLabels {
  /** Stands in the row of a file that may still say where it was taken. */
  keepsLocation: string
  /** Stands in the row of a file that goes through the app's own server, since the upload host could not be reached. */
  viaFallback: string
  /** Width and height in pixels. */
  dimensions: (width: number, height: number) => string
  /** A share, 0 to 1. */
  percent: (share: number) => string
  /** Names the progress bar of a file. */
  progress: (name: string) => string
  /** Names the button that cancels a file. */
  cancel: (name: string) => string
  /** Names the button that tries a file again. */
  retry: (name: string) => string
}

/** The same in English. */
export const uploaderRowLabels: UploaderRowLabels = {
  keepsLocation: 'It may still tell where it was taken.',
  viaFallback: 'Sent another way: the upload service cannot be reached.',
  dimensions: (width, height) => `${width} × ${height}`,
  percent: (share) => `${Math.floor(share * 100)}%`,
  progress: (name) => `Upload of ${name}`,
  cancel: (name) => `Cancel ${name}`,
  retry: (name) => `Try ${name} again`,
}
