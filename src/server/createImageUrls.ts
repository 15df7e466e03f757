import type { HostedImage } from '../api/HostedImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { variantUrl } from '../url/variantUrl.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'

/** The URLs of images in named variants, all signed until the same moment. */
export interface ImageUrls {
  /** When the signatures end, Unix seconds. */
  expiresAt: number
  /** The URLs of one image by name of variant; none for a draft or where no name was given. */
  urlsOf: (
    image: HostedImage,
    names: readonly string[],
  ) => Promise<Record<string, string> | undefined>
}

/**
 * Makes URLs for one answer.
 *
 * Signatures end at the next multiple of `expiresIn` but one, for everybody: a page that is asked for again gets the
 * same URLs, and no picture is downloaded and billed twice.
 */
export function createImageUrls({
  images,
  delivery,
  signing: { expiresIn = 3600, keyName } = {},
}: Pick<
  HandlerCall<ImagesUser>['options'],
  'images' | 'delivery' | 'signing'
>): ImageUrls {
  const expiresAt = Math.ceil(Date.now() / 1000 / expiresIn + 1) * expiresIn

  const urlOf = async (image: HostedImage, name: string): Promise<string> => {
    const plain = delivery ? variantUrl(delivery, image.id, name) : namedUrl(image, name)
    if (!image.requireSignedURLs) return plain
    const signed = await images.signUrl(image.id, name, { expiresAt, keyName })
    return plain + new URL(signed).search
  }

  return {
    expiresAt,
    urlsOf: async (image, names) => {
      if (names.length === 0 || image.draft) return undefined
      const urls: [string, string][] = []
      for (const name of names) urls.push([name, await urlOf(image, name)])
      return Object.fromEntries(urls)
    },
  }
}

/** Names of variants as they stand in a query, `thumb,card`. @throws ImagesError `unknown-variant` for options */
export function variantNames(text: string | null): string[] {
  const names = text ? [...new Set(text.split(','))] : []
  for (const name of names) {
    if (!/^[\w-]{1,99}$/.test(name)) throw unknown(name)
  }
  return names
}

/** The URL that Cloudflare itself gives to an image in a variant. */
function namedUrl({ variants }: HostedImage, name: string): string {
  const url = variants.find((one) => one.endsWith(`/${name}`))
  if (url !== undefined) return url
  throw unknown(name)
}

function unknown(name: string): ImagesError {
  return new ImagesError(
    'unknown-variant',
    `There is no variant named ${JSON.stringify(name)}.`,
  )
}
