'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type {
  UseSuspenseQueryOptions,
  UseSuspenseQueryResult,
} from '@tanstack/react-query'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import type { ImageKey } from './imageKeys.ts'
import { imageQueryOptions } from './imageQueryOptions.ts'
import type { ImageRequest } from './imageQueryOptions.ts'
import { useManage } from './useManage.ts'

/** What `useSuspenseImage` takes: which URLs come along, and all that `useSuspenseQuery` knows except key and function. */
export interface UseSuspenseImageOptions
  extends
    ImageRequest,
    Omit<
      UseSuspenseQueryOptions<CloudflareImage, ImagesError, CloudflareImage, ImageKey>,
      'queryKey' | 'queryFn'
    > {}

/**
 * One image, which is there: until it is, the nearest `Suspense` shows its fallback, and where it cannot be had, the
 * nearest error boundary gets an `ImagesError`. A draft is an image too, and is asked for again until its bytes arrived.
 *
 * On a server, prefetch with `imageQueryOptions`, or React asks while it renders.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { ResponsiveImage, useSuspenseImage } from 'react-cloudflare-images'
 *
 * function Photo({ id }: { id: string }) {
 *   const { data: image } = useSuspenseImage(id)
 *   return <ResponsiveImage image={image} alt="" />
 * }
 * ```
 */
export function useSuspenseImage(
  id: string,
  { urls, ...options }: UseSuspenseImageOptions = {},
): UseSuspenseQueryResult<CloudflareImage, ImagesError> {
  const { api, queryClient } = useManage()
  return useSuspenseQuery(
    { ...imageQueryOptions(api, id, { urls }), ...options },
    queryClient,
  )
}
