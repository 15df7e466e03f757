import { createHash } from 'node:crypto'

/** The files of one image within a store's directory. */
export interface FileNames {
  /** What is known of the image, as JSON. */
  json: string
  /** The original bytes; another name for other bytes, so that JSON always finds those it was written with. */
  bytes: (content: Uint8Array, type: string) => string
}

/**
 * Names the files of an image: the readable part of its id, cut short, and a digest of all of it. Ids may hold slashes,
 * dots and any letter; file names hold none of it, so no id leaves the directory, no two ids meet where a file system
 * does not tell capitals apart, and none is too long.
 */
export function fileNames(id: string): FileNames {
  const readable = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  const name = `${readable || 'image'}-${digest(id, 32)}`
  return {
    json: `${name}.json`,
    bytes: (content, type) => `${name}.${digest(content, 12)}.${endings[type] ?? 'bin'}`,
  }
}

/** Whether a file in a store's directory is one of its own, finished or left behind by a writer that was killed. */
export function isStoreFile(name: string): boolean {
  return /^[a-z0-9-]{1,40}-[0-9a-f]{32}(\.[0-9a-f]{12})?\.[a-z]+(\.[0-9a-f-]{36}\.tmp)?$/.test(
    name,
  )
}

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/svg+xml': 'svg',
}

const digest = (value: string | Uint8Array, length: number): string =>
  createHash('sha256').update(value).digest('hex').slice(0, length)
