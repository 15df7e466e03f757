import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import { fileSizeLimit } from '../api/fileSizeLimit.ts'
import type { UploadOptions } from './UploadOptions.ts'

/** Why a file is refused by what is known without reading it, or undefined. */
export function refuseUnread(
  file: File,
  { maxSize = fileSizeLimit, prepare }: UploadOptions,
): ImagesError | undefined {
  const { name, size } = file
  if (folders.has(file)) {
    return new ImagesError(
      'unsupported-type',
      isDevelopment
        ? `“${name}” is a folder, and only pictures can be uploaded. Open it and choose the pictures in it.`
        : name,
    )
  }
  if (size === 0) {
    return new ImagesError(
      'file-empty',
      isDevelopment
        ? `“${name}” has 0 bytes, so there is no picture in it. Choose another file.`
        : name,
    )
  }
  if (size <= maxSize || prepare?.some(({ shrinks }) => shrinks)) return undefined
  return new ImagesError(
    'file-too-large',
    isDevelopment
      ? `“${name}” has ${size} bytes, and at most ${maxSize} are taken. Choose a smaller picture.`
      : name,
  )
}

/** Marks what was dropped as a folder: the browser gives it the looks of a file. */
export function markFolder(file: File): File {
  folders.add(file)
  return file
}

const folders = new WeakSet<File>()
