import type { DataTag, Query, QueryFunction } from '@tanstack/react-query'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesApi } from '../api/ImagesApi.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { imageKeys } from './imageKeys.ts'
import type { ImageKey } from './imageKeys.ts'
import { retryPolicy } from './retryPolicy.ts'

/** What one image is asked with. */
export interface ImageRequest {
  /** Named variants whose URLs come along, signed where the image is private. @default none */
  urls?: readonly string[] | undefined
}

/** Options for `useQuery`, `useSuspenseQuery`, `prefetchQuery` and the like. */
export interface ImageQueryOptions {
  queryKey: DataTag<ImageKey, CloudflareImage, ImagesError>
  queryFn: QueryFunction<CloudflareImage, ImageKey>
  retry: (failures: number, error: ImagesError) => boolean
  retryDelay: (failures: number, error: ImagesError) => number
  /** Milliseconds during which nobody asks again. */
  staleTime: number
  refetchInterval: (
    query: Query<CloudflareImage, ImagesError, CloudflareImage, ImageKey>,
  ) => number | false
}

/**
 * How one image is fetched, as a value that hooks, loaders and server components share.
 *
 * While the image is a draft, mounted queries ask again: after one second, then ever more slowly, at last every
 * half minute, and no longer than the half hour that a one-time upload URL lives.
 *
 * @example
 * ```ts
 * import { QueryClient } from '@tanstack/react-query'
 * import { createImagesApi, imageQueryOptions } from 'react-cloudflare-images'
 *
 * const api = createImagesApi()
 * await new QueryClient().prefetchQuery(imageQueryOptions(api, 'photos/cat'))
 * ```
 */
export function imageQueryOptions(
  api: ImagesApi,
  id: string,
  { urls }: ImageRequest = {},
): ImageQueryOptions {
  return {
    queryKey: imageKeys.image(api, id, urls) as ImageQueryOptions['queryKey'], // the tag exists in types only
    queryFn: ({ signal }) => api.get(id, { signal, urls }),
    staleTime: 30_000,
    ...retryPolicy,
    refetchInterval: ({ state }) =>
      state.data?.draft === true && state.error?.retryable !== false
        ? draftInterval(state.dataUpdateCount)
        : false,
  }
}

/** Milliseconds until a draft is asked for again: 1, 2, 4, 8, 16, then 30 seconds, 30 minutes in all. */
function draftInterval(asked: number): number | false {
  return asked > 64 ? false : Math.min(2 ** (asked - 1), 30) * 1000
}
