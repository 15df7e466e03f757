import type { ImageFilters } from '../api/CloudflareImage.ts'
import type { ImagesApi } from '../api/ImagesApi.ts'

/** What a key needs of the client: two backends on one page never share a cache entry. */
type Endpoint = Pick<ImagesApi, 'endpoint'>

/** The first two words of every key: the library and the backend, as devtools show them. */
type Root = readonly ['react-cloudflare-images', endpoint: string]
/** The key of one list of images. */
export type ImageListKey = readonly [...Root, 'list', ImageFilters]
/** The key of one image. */
export type ImageKey = readonly [
  ...Root,
  'image',
  id: string,
  asked: { urls?: readonly string[] | undefined },
]

/** The key of the signed URLs of one image. */
export type SignedUrlsKey = readonly [
  ...Root,
  'signed-urls',
  id: string,
  variants: readonly string[],
]

/** Makes the key of one kind. */
type KeyOf<TWord extends string> = (api: Endpoint) => readonly [...Root, TWord]

/** The query keys of this library, from the widest to the narrowest. */
export interface ImageKeys {
  /** Everything that came from this backend. */
  readonly all: (api: Endpoint) => Root
  /** Every list. */
  readonly lists: KeyOf<'list'>
  /** The list with these filters. */
  readonly list: (api: Endpoint, filters?: ImageFilters) => ImageListKey
  /** Every single image. */
  readonly images: KeyOf<'image'>
  /** One image, with the variants whose URLs were asked for. */
  readonly image: (api: Endpoint, id: string, urls?: readonly string[]) => ImageKey
  /** Signed URLs of one image. */
  readonly signedUrls: (
    api: Endpoint,
    id: string,
    variants: readonly string[],
  ) => SignedUrlsKey
  /** How many images the account holds. */
  readonly stats: KeyOf<'stats'>
  /** The account's named variants. */
  readonly variants: KeyOf<'variants'>
  /** The account's settings. */
  readonly config: KeyOf<'config'>
  /** Deletions, in the mutation cache: what they name is hidden while they run. */
  readonly deletion: KeyOf<'delete'>
  /** Updates, in the mutation cache. */
  readonly update: KeyOf<'update'>
  /** Imports, in the mutation cache. */
  readonly import: KeyOf<'import'>
  /** Changes of variants, in the mutation cache. */
  readonly variantChange: KeyOf<'variant-change'>
}

const all = ({ endpoint }: Endpoint): Root => ['react-cloudflare-images', endpoint]
const keyOf =
  <TWord extends string>(word: TWord): KeyOf<TWord> =>
  (api) => [...all(api), word]
const lists = keyOf('list')
const images = keyOf('image')

/**
 * The query keys of this library, from the widest to the narrowest: invalidate, read or remove by any of them.
 *
 * @example
 * ```ts
 * import { QueryClient } from '@tanstack/react-query'
 * import { createImagesApi, imageKeys } from 'react-cloudflare-images'
 *
 * const api = createImagesApi()
 * await new QueryClient().invalidateQueries({ queryKey: imageKeys.lists(api) })
 * ```
 */
export const imageKeys: ImageKeys = {
  all,
  lists,
  list: (api, filters = {}) => [...lists(api), filters],
  images,
  image: (api, id, urls) => [...images(api), id, urls ? { urls } : {}],
  signedUrls: (api, id, variants) => [...all(api), 'signed-urls', id, variants],
  stats: keyOf('stats'),
  variants: keyOf('variants'),
  config: keyOf('config'),
  deletion: keyOf('delete'),
  update: keyOf('update'),
  import: keyOf('import'),
  variantChange: keyOf('variant-change'),
}
