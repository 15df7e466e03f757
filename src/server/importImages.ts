import type { HostedImage } from '../api/HostedImage.ts'
import { isImagesError } from '../api/ImagesError.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import type { ClientCallOptions, ImagesClient, NewImageOptions } from './ImagesClient.ts'

/** A picture somewhere on the web, and what it becomes. */
export interface ImportSource extends Omit<NewImageOptions, 'signal'> {
  /** Where Cloudflare fetches it. */
  url: string
}

/** Remembers what has been imported: a `Map` for one run, or something that outlives it. */
export interface ImportRecord {
  has: (url: string) => boolean | Promise<boolean>
  set: (url: string, id: string) => unknown
}

/** How many pictures are imported. */
export interface ImportImagesOptions extends ClientCallOptions {
  /** Imports at the same time. @default 6 */
  concurrency?: number | undefined
  /** What has been imported before is left out, so a run that broke off goes on where it was. @default nothing */
  done?: ImportRecord | undefined
}

/** What became of one picture. */
export type ImportedImage =
  | { url: string; image: HostedImage; error?: undefined }
  | { url: string; error: ImagesError; image?: undefined }

/**
 * Has Cloudflare fetch pictures from their URLs, a few at the same time, and tells of each as it is done. One that
 * fails does not keep the others.
 *
 * @example
 * ```ts
 * import { cloudflareApi, importImages } from 'react-cloudflare-images/server'
 *
 * const images = cloudflareApi({ accountId: '0123456789abcdef0123456789abcdef', apiToken: 'token', batch: true })
 * const sources = [{ url: 'https://old.example.com/a.jpg', creator: 'ada' }]
 * for await (const { url, error } of importImages(images, sources)) console.log(url, error?.code ?? 'imported')
 * ```
 */
export async function* importImages(
  images: Pick<ImagesClient, 'importFromUrl'>,
  sources: Iterable<ImportSource> | AsyncIterable<ImportSource>,
  { concurrency = 6, done, signal }: ImportImagesOptions = {},
): AsyncGenerator<ImportedImage, void, undefined> {
  const running = new Map<string, Promise<ImportedImage>>()

  const importOne = async ({ url, ...source }: ImportSource): Promise<ImportedImage> => {
    try {
      const image = await images.importFromUrl(url, { ...source, signal })
      await done?.set(url, image.id)
      return { url, image }
    } catch (error) {
      if (!isImagesError(error)) throw error
      return { url, error }
    }
  }

  const next = async (): Promise<ImportedImage> => {
    const first = await Promise.race(running.values())
    running.delete(first.url)
    return first
  }

  for await (const source of sources) {
    if (signal?.aborted) break
    if (running.has(source.url) || (await done?.has(source.url))) continue
    running.set(source.url, importOne(source))
    if (running.size >= concurrency) yield next()
  }
  while (running.size > 0) yield next()
}
