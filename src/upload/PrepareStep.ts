/** What a step of preparation is given. */
export interface PrepareInput {
  /** The file as the step before left it. */
  file: File
  /** MIME type by the first bytes. */
  type: string
  /** Width in pixels after EXIF rotation, where the header says. */
  width?: number | undefined
  /** Height in pixels after EXIF rotation, where the header says. */
  height?: number | undefined
  /** Frames of an animation; 1 otherwise. */
  frames?: number | undefined
  /** Aborts when the upload is cancelled. */
  signal: AbortSignal
}

/** What a step made of a file. */
export interface PrepareResult {
  /** The file that goes on, in place of the one that came. */
  file: File
  /** Its width, where it changed. */
  width?: number | undefined
  /** Its height, where it changed. */
  height?: number | undefined
  /** Whether it may still say where it was taken. */
  keepsLocation?: boolean | undefined
}

/**
 * A step that changes a file before it is sent; undefined leaves it as it is. It refuses a file by throwing an
 * `ImagesError`.
 */
export interface PrepareStep {
  (input: PrepareInput): Promise<PrepareResult | undefined>
  /** Whether it makes pictures fit, so that larger ones are let in. */
  readonly shrinks?: boolean
}
