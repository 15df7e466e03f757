'use client'
import { useQuery } from '@tanstack/react-query'
import type { UseQueryOptions, UseQueryResult } from '@tanstack/react-query'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { findInLists } from './findInLists.ts'
import type { ImageKey } from './imageKeys.ts'
import { imageQueryOptions } from './imageQueryOptions.ts'
import type { ImageRequest } from './imageQueryOptions.ts'
import { useManage } from './useManage.ts'

/** What `useImage` takes: which URLs come along, and all that `useQuery` knows except key and function. */
export interface UseImageOptions
  extends
    ImageRequest,
    Omit<
      UseQueryOptions<CloudflareImage, ImagesError, CloudflareImage, ImageKey>,
      'queryKey' | 'queryFn'
    > {}

/**
 * One image, asked for again while it is a draft until its bytes have arrived. What a list already knows of it is
 * shown at once.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { ResponsiveImage, useImage } from 'react-cloudflare-images'
 *
 * function Photo({ id }: { id: string }) {
 *   const { data: image } = useImage(id)
 *   if (!image || image.draft) return <p>On its way…</p>
 *   return <ResponsiveImage image={image} alt="" />
 * }
 * ```
 */
export function useImage(
  id: string,
  { urls, ...options }: UseImageOptions = {},
): UseQueryResult<CloudflareImage, ImagesError> {
  const manage = useManage()
  return useQuery(
    {
      placeholderData: () => (urls ? undefined : findInLists(manage, id)),
      ...imageQueryOptions(manage.api, id, { urls }),
      ...options,
    },
    manage.queryClient,
  )
}
