'use client'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { UseSuspenseInfiniteQueryResult } from '@tanstack/react-query'
import type { ImageFilters, ImagePage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import type { ImageListKey } from './imageKeys.ts'
import { imageListQueryOptions } from './imageListQueryOptions.ts'
import type { ImagePages } from './imageListQueryOptions.ts'
import { useManage } from './useManage.ts'
import { useWithImages } from './useWithImages.ts'
import type { ListedImages } from './useWithImages.ts'

/** All that `useSuspenseInfiniteQuery` returns, and the images of the loaded pages in one array. */
export type SuspenseImageListResult = UseSuspenseInfiniteQueryResult<
  ImagePages,
  ImagesError
> &
  ListedImages

/**
 * The user's images, page by page, the first of which is there: until it is, the nearest `Suspense` shows its fallback,
 * and where it cannot be had, the nearest error boundary gets an `ImagesError`.
 *
 * On a server, prefetch with `imageListQueryOptions`, or React asks while it renders.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { Suspense } from 'react'
 * import { useSuspenseImageList } from 'react-cloudflare-images'
 *
 * function Count() {
 *   const { images } = useSuspenseImageList()
 *   return <p>{images.length} pictures</p>
 * }
 *
 * export const Page = () => (
 *   <Suspense fallback={<p>Loading…</p>}>
 *     <Count />
 *   </Suspense>
 * )
 * ```
 */
export function useSuspenseImageList(
  filters: ImageFilters = {},
): SuspenseImageListResult {
  const { api, queryClient } = useManage()
  const query = useSuspenseInfiniteQuery<
    ImagePage,
    ImagesError,
    ImagePages,
    ImageListKey,
    string | undefined
  >(imageListQueryOptions(api, filters), queryClient)
  return useWithImages(query)
}
