import { mkdir, readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store, StoredAccount } from '../emulator/Store.ts'
import { fileNames, isStoreFile } from './fileNames.ts'
import { listImages } from './listImages.ts'
import type { ImageJson, Listing } from './listImages.ts'
import { writeFileAtomically } from './writeFileAtomically.ts'

/**
 * Keeps the emulator's images in a directory that can be looked into:
 *
 * ```
 * account.json                        variants, signing keys and switches
 * images/<id>-<digest>.json           one image, and the name of the file with its bytes
 * images/<id>-<digest>.<digest>.jpg   its bytes, as they were uploaded
 * ```
 *
 * The JSON decides: an image exists from the moment when its JSON does, so a writer that is killed leaves nothing that
 * counts. Several processes may read one directory while another writes.
 *
 * @example
 * ```ts
 * import { createEmulator } from 'react-cloudflare-images/emulator'
 * import { fileStore, sharpTransformer } from 'react-cloudflare-images/node'
 *
 * const emulator = createEmulator({ store: fileStore('.images'), transformer: sharpTransformer() })
 * ```
 */
export function fileStore(directory: string): Store {
  const account = join(directory, 'account.json')
  const images = join(directory, 'images')
  const readImage = async (id: string) =>
    readJson<ImageJson>(join(images, fileNames(id).json))
  let listed: Listing | undefined

  return {
    readAccount: async () => readJson<StoredAccount>(account),
    writeAccount: async (settings) => {
      await mkdir(images, { recursive: true })
      await writeFileAtomically(account, format(settings))
    },
    read: async (id) => (await readImage(id))?.image,
    readBytes: async (id) => {
      const name = (await readImage(id))?.bytes
      if (name === undefined) return undefined
      const bytes = await readOrNone(join(images, name))
      // Replaced between the two reads: the new JSON names the new bytes.
      const now = bytes ? undefined : (await readImage(id))?.bytes
      return bytes ?? (now === undefined ? undefined : readOrNone(join(images, now)))
    },
    write: async (image, content) => {
      await mkdir(images, { recursive: true })
      const names = fileNames(image.id)
      const old = (await readImage(image.id))?.bytes
      const bytes = content ? names.bytes(content, image.file?.type ?? '') : old
      if (content && bytes && bytes !== old)
        await writeFileAtomically(join(images, bytes), content)
      await writeFileAtomically(
        join(images, names.json),
        format({ image, bytes } satisfies ImageJson),
      )
      if (old && old !== bytes) await remove(join(images, old))
    },
    delete: async (id) => {
      const bytes = (await readImage(id))?.bytes
      const existed = await remove(join(images, fileNames(id).json))
      if (bytes) await remove(join(images, bytes))
      return existed
    },
    list: async () => {
      listed = await listImages(images, listed)
      return listed.images
    },
    clear: async () => {
      const files = (await namesIn(images)).filter(isStoreFile)
      await Promise.all(files.map(async (name) => remove(join(images, name))))
      await remove(account)
    },
  }
}

const format = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/** What one of our own files holds; undefined where it is not there. */
const readJson = async <TValue>(path: string): Promise<TValue | undefined> => {
  const content = await orNone(readFile(path, 'utf8'))
  return content === undefined ? undefined : (JSON.parse(content) as TValue)
}

const readOrNone = async (path: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const content = await orNone(readFile(path))
  return content && new Uint8Array(content)
}

const namesIn = async (path: string): Promise<string[]> =>
  (await orNone(readdir(path))) ?? []

/** Whether there was anything to remove. */
const remove = async (path: string): Promise<boolean> =>
  (await orNone(unlink(path).then(() => true))) ?? false

const orNone = async <TValue>(reading: Promise<TValue>): Promise<TValue | undefined> => {
  try {
    return await reading
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
