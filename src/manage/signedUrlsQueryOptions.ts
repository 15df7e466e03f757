import type { DataTag, Query, QueryFunction } from '@tanstack/react-query'
import type { ImagesApi } from '../api/ImagesApi.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { imageKeys } from './imageKeys.ts'
import type { SignedUrlsKey } from './imageKeys.ts'
import { loadSignedUrls } from './loadSignedUrls.ts'
import type { SignedUrls } from './loadSignedUrls.ts'
import { retryPolicy } from './retryPolicy.ts'

/** Options for `useQuery`, `prefetchQuery` and the like. */
export interface SignedUrlsQueryOptions {
  queryKey: DataTag<SignedUrlsKey, SignedUrls, ImagesError>
  queryFn: QueryFunction<SignedUrls, SignedUrlsKey>
  retry: (failures: number, error: ImagesError) => boolean
  retryDelay: (failures: number, error: ImagesError) => number
  /** Milliseconds that the URLs are good for, less a minute. */
  staleTime: (query: Query<SignedUrls, ImagesError, SignedUrls, SignedUrlsKey>) => number
  refetchInterval: (
    query: Query<SignedUrls, ImagesError, SignedUrls, SignedUrlsKey>,
  ) => number | false
}

/**
 * Signed URLs of one image. What is asked for in one tick, for however many images, is one request; while they are in
 * use, URLs are renewed a minute before they expire.
 *
 * @example
 * ```ts
 * import { QueryClient } from '@tanstack/react-query'
 * import { createImagesApi, signedUrlsQueryOptions } from 'react-cloudflare-images'
 *
 * const api = createImagesApi()
 * await new QueryClient().prefetchQuery(signedUrlsQueryOptions(api, 'photos/cat', ['thumb']))
 * ```
 */
export function signedUrlsQueryOptions(
  api: ImagesApi,
  id: string,
  variants: readonly string[],
): SignedUrlsQueryOptions {
  return {
    queryKey: imageKeys.signedUrls(
      api,
      id,
      variants,
    ) as SignedUrlsQueryOptions['queryKey'], // the tag exists in types only
    queryFn: ({ signal }) => loadSignedUrls(api, id, { variants, signal }),
    ...retryPolicy,
    staleTime: ({ state }) => goodFor(state.data, state.dataUpdatedAt),
    refetchInterval: ({ state }) =>
      state.data ? Math.max(goodFor(state.data, Date.now()), 10_000) : false,
  }
}

/** Milliseconds from `now` until the URLs should be renewed. */
const goodFor = (signed: SignedUrls | undefined, now: number): number =>
  signed ? Math.max(0, Date.parse(signed.expiresAt) - 60_000 - now) : 0
