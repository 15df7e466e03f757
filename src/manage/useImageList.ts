'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ImageFilters, ImagePage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import type { ImageListKey } from './imageKeys.ts'
import { imageListQueryOptions } from './imageListQueryOptions.ts'
import type { ImagePages } from './imageListQueryOptions.ts'
import { useManage } from './useManage.ts'
import { useWithImages } from './useWithImages.ts'
import type { ListedImages } from './useWithImages.ts'

/** All that `useInfiniteQuery` returns, and the images of the loaded pages in one array. */
export type ImageListResult = UseInfiniteQueryResult<ImagePages, ImagesError> &
  ListedImages

/**
 * The user's images, page by page.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { useImageList, VariantImage } from 'react-cloudflare-images'
 *
 * function Album() {
 *   const { images, hasNextPage, fetchNextPage } = useImageList({ meta: { album: 'summer' } })
 *   return (
 *     <>
 *       {images.map((image) => (
 *         <VariantImage key={image.id} image={image} variant="public" alt={image.filename} />
 *       ))}
 *       {hasNextPage && <button onClick={() => void fetchNextPage()}>More</button>}
 *     </>
 *   )
 * }
 * ```
 */
export function useImageList(filters: ImageFilters = {}): ImageListResult {
  const { api, queryClient } = useManage()
  const query = useInfiniteQuery<
    ImagePage,
    ImagesError,
    ImagePages,
    ImageListKey,
    string | undefined
  >(imageListQueryOptions(api, filters), queryClient)
  return useWithImages(query)
}
