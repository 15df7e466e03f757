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
export const imageKeys = {
  /** Everything that came from this backend. */
  all: ({ endpoint }: Endpoint): Root => ['react-cloudflare-images', endpoint],
  /** Every list. */
  lists: (api: Endpoint): readonly [...Root, 'list'] => [...imageKeys.all(api), 'list'],
  /** The list with these filters. */
  list: (api: Endpoint, filters: ImageFilters = {}): ImageListKey => [
    ...imageKeys.lists(api),
    filters,
  ],
  /** Every single image. */
  images: (api: Endpoint): readonly [...Root, 'image'] => [
    ...imageKeys.all(api),
    'image',
  ],
  /** One image, with the variants whose URLs were asked for. */
  image: (api: Endpoint, id: string, urls?: readonly string[]): ImageKey => [
    ...imageKeys.images(api),
    id,
    urls ? { urls } : {},
  ],
  /** Signed URLs of one image. */
  signedUrls: (api: Endpoint, id: string, variants: readonly string[]): SignedUrlsKey => [
    ...imageKeys.all(api),
    'signed-urls',
    id,
    variants,
  ],
  /** How many images the account holds. */
  stats: (api: Endpoint): readonly [...Root, 'stats'] => [...imageKeys.all(api), 'stats'],
  /** The account's named variants. */
  variants: (api: Endpoint): readonly [...Root, 'variants'] => [
    ...imageKeys.all(api),
    'variants',
  ],
  /** The account's settings. */
  config: (api: Endpoint): readonly [...Root, 'config'] => [
    ...imageKeys.all(api),
    'config',
  ],
  /** Deletions, in the mutation cache: what they name is hidden while they run. */
  deletion: (api: Endpoint): readonly [...Root, 'delete'] => [
    ...imageKeys.all(api),
    'delete',
  ],
  /** Updates, in the mutation cache. */
  update: (api: Endpoint): readonly [...Root, 'update'] => [
    ...imageKeys.all(api),
    'update',
  ],
  /** Imports, in the mutation cache. */
  import: (api: Endpoint): readonly [...Root, 'import'] => [
    ...imageKeys.all(api),
    'import',
  ],
  /** Changes of variants, in the mutation cache. */
  variantChange: (api: Endpoint): readonly [...Root, 'variant-change'] => [
    ...imageKeys.all(api),
    'variant-change',
  ],
} as const
