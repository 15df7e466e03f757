import { ImagesError } from '../api/ImagesError.ts'
import { limits } from '../api/limits.ts'
import { acceptedBy } from './acceptedBy.ts'
import { readDimensions } from './readDimensions.ts'
import type { Dimensions } from './readDimensions.ts'
import { sniffType } from './sniffType.ts'
import type { UploadOptions } from './UploadOptions.ts'

/** What a file's first bytes tell. */
export interface Inspected extends Partial<Dimensions> {
  /** MIME type. */
  mime: string
}

/** Why a file is refused by what is known without reading it, or undefined. */
export function refuseUnread(
  file: File,
  { maxSize = limits.fileSize }: UploadOptions,
): ImagesError | undefined {
  if (folders.has(file)) {
    return new ImagesError(
      'unsupported-type',
      `“${file.name}” is a folder, and only pictures can be uploaded. Open it and choose the pictures in it.`,
    )
  }
  if (file.size === 0) {
    return new ImagesError(
      'file-empty',
      `“${file.name}” has 0 bytes, so there is no picture in it. Choose another file.`,
    )
  }
  if (file.size > maxSize) {
    return new ImagesError(
      'file-too-large',
      `“${file.name}” has ${file.size} bytes, and at most ${maxSize} are taken. Choose a smaller picture.`,
    )
  }
  return undefined
}

/**
 * What a file's first bytes tell.
 *
 * @throws ImagesError `unsupported-type`, `invalid-file`, `too-many-pixels` or `unreadable-file`
 */
export async function inspectFile(
  file: File,
  { accept }: UploadOptions,
): Promise<Inspected> {
  try {
    const head = new Uint8Array(await file.slice(0, headLength).arrayBuffer())
    const mime = sniffType(head)
    if (!mime || !acceptedBy(accept).includes(mime)) throw unsupported(file, mime)
    return { mime, ...(await readDimensions(file, head, mime)) }
  } catch (cause) {
    if (cause instanceof ImagesError) throw cause
    throw unreadable(file, cause)
  }
}

/** Marks what was dropped as a folder: the browser gives it the looks of a file. */
export function markFolder(file: File): File {
  folders.add(file)
  return file
}

/** The error of a file that is no longer where it was when it was chosen. */
export const unreadable = (file: File, cause?: unknown): ImagesError =>
  new ImagesError(
    'unreadable-file',
    `“${file.name}” can no longer be read. It may have been moved or changed since it was chosen. Choose it again.`,
    { cause },
  )

const folders = new WeakSet<File>()

/** Enough for the headers of most files, small enough to read at once for hundreds of them. */
const headLength = 65_536

function unsupported(file: File, mime: string | undefined): ImagesError {
  const what = mime
    ? `holds ${mime}`
    : 'does not begin like any picture that is known here'
  return new ImagesError(
    'unsupported-type',
    `“${file.name}” ${what}, so it cannot be uploaded. What counts are the first bytes, not the name. Choose another file.`,
  )
}
