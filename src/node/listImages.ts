import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { StoredImage } from '../emulator/Store.ts'
import { isStoreFile } from './fileNames.ts'

/** What the JSON of one image holds. */
export interface ImageJson {
  image: StoredImage
  /** Name of the file with the original bytes, in the same directory. */
  bytes?: string | undefined
}

/** A list, and what the directory looked like when it was read. */
export interface Listing {
  readonly images: readonly StoredImage[]
  /** When the directory last changed, in nanoseconds; undefined where that was too recent to be sure of. */
  readonly changed: bigint | undefined
}

/**
 * Reads every image of a directory, or nothing where nothing has changed since `last`: each write renames a file, and
 * that touches the directory.
 */
export async function listImages(
  directory: string,
  last: Listing | undefined,
): Promise<Listing> {
  const changed = statSync(directory, { bigint: true, throwIfNoEntry: false })?.mtimeNs
  if (changed === undefined) return { images: [], changed: undefined }
  if (last?.changed === changed) return last
  // Two changes within one tick of the file system's clock look like one.
  const settled = Date.now() - Number(changed / 1_000_000n) > 100
  const images: StoredImage[] = []
  for (const [index, name] of readdirSync(directory).entries()) {
    // Synchronous, because ten thousand small files take eight times longer through promises; so let others in.
    if (index % 200 === 199) await setImmediate()
    const isImage = name.endsWith('.json') && isStoreFile(name) // an editor's files may lie beside them
    const image = isImage ? readImage(join(directory, name)) : undefined
    if (image) images.push(image)
  }
  return { images, changed: settled ? changed : undefined }
}

/** One image; undefined where it was deleted meanwhile. */
const readImage = (path: string): StoredImage | undefined => {
  try {
    // Written by this store alone.
    return (JSON.parse(readFileSync(path, 'utf8')) as ImageJson).image
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
