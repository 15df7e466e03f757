import type { DataTag, InfiniteData, QueryFunction } from '@tanstack/react-query'
import type { ImageFilters, ImagePage } from '../api/CloudflareImage.ts'
import type { ImagesApi } from '../api/ImagesApi.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { imageKeys } from './imageKeys.ts'
import type { ImageListKey } from './imageKeys.ts'
import { retryPolicy } from './retryPolicy.ts'

/** The pages of a list as the cache holds them. */
export type ImagePages = InfiniteData<ImagePage, string | undefined>

/** Options for `useInfiniteQuery`, `useSuspenseInfiniteQuery`, `prefetchInfiniteQuery` and the like. */
export interface ImageListQueryOptions {
  queryKey: DataTag<ImageListKey, ImagePages, ImagesError>
  queryFn: QueryFunction<ImagePage, ImageListKey, string | undefined>
  initialPageParam: string | undefined
  getNextPageParam: (page: ImagePage) => string | undefined
  retry: (failures: number, error: ImagesError) => boolean
  retryDelay: (failures: number, error: ImagesError) => number
  /** Milliseconds during which nobody asks again. */
  staleTime: number
}

/**
 * How a list of images is fetched page by page, as a value that hooks, loaders and server components share.
 *
 * A page counts as fresh for half a minute: every page costs one of the 1,200 calls that Cloudflare allows an
 * account in five minutes, and what this browser changes is patched into the pages anyway.
 *
 * @see https://developers.cloudflare.com/fundamentals/api/reference/limits/
 *
 * @example
 * ```ts
 * import { QueryClient } from '@tanstack/react-query'
 * import { createImagesApi, imageListQueryOptions } from 'react-cloudflare-images'
 *
 * const api = createImagesApi()
 * await new QueryClient().prefetchInfiniteQuery(imageListQueryOptions(api, { limit: 20 }))
 * ```
 */
export function imageListQueryOptions(
  api: ImagesApi,
  filters: ImageFilters = {},
): ImageListQueryOptions {
  return {
    queryKey: imageKeys.list(api, filters) as ImageListQueryOptions['queryKey'], // the tag exists in types only
    queryFn: ({ pageParam, signal }) =>
      api.list({ ...filters, cursor: pageParam }, { signal }),
    initialPageParam: undefined,
    // Only an absent cursor is the end: a page may be short, or empty, and still have one.
    getNextPageParam: (page) => page.cursor || undefined,
    staleTime: 30_000,
    ...retryPolicy,
  }
}
