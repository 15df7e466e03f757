import type { DataTag, QueryFunction } from '@tanstack/react-query'
import type { HostedStats } from '../api/HostedImage.ts'
import type { ImagesApi } from '../api/ImagesApi.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { imageKeys } from './imageKeys.ts'
import { retryPolicy } from './retryPolicy.ts'

type StatsKey = ReturnType<typeof imageKeys.stats>

/** Options for `useQuery` and the like. */
export interface ImageStatsQueryOptions {
  queryKey: DataTag<StatsKey, HostedStats, ImagesError>
  queryFn: QueryFunction<HostedStats, StatsKey>
  retry: (failures: number, error: ImagesError) => boolean
  retryDelay: (failures: number, error: ImagesError) => number
}

/**
 * How many images the account holds and may hold; only for those whom the backend's `can` allows it.
 *
 * @see https://developers.cloudflare.com/api/resources/images/subresources/v1/subresources/stats/
 *
 * @example
 * ```tsx
 * import { useQuery } from '@tanstack/react-query'
 * import { imageStatsQueryOptions, useImagesApi } from 'react-cloudflare-images'
 *
 * function Usage() {
 *   const { data } = useQuery(imageStatsQueryOptions(useImagesApi()))
 *   return <p>{data ? `${data.count.current} of ${data.count.allowed}` : '…'}</p>
 * }
 * ```
 */
export function imageStatsQueryOptions(api: ImagesApi): ImageStatsQueryOptions {
  return {
    queryKey: imageKeys.stats(api) as ImageStatsQueryOptions['queryKey'], // the tag exists in types only
    queryFn: ({ signal }) => api.stats({ signal }),
    ...retryPolicy,
  }
}
