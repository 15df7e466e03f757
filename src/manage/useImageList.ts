'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CloudflareImage, ImageFilters, ImagePage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import type { ImageListKey } from './imageKeys.ts'
import { imageListQueryOptions } from './imageListQueryOptions.ts'
import type { ImagePages } from './imageListQueryOptions.ts'
import { useHiddenIds } from './useHiddenIds.ts'
import { useManage } from './useManage.ts'

/** All that `useInfiniteQuery` returns, and the images of the loaded pages in one array. */
export type ImageListResult = UseInfiniteQueryResult<ImagePages, ImagesError> & {
  /** Images of all loaded pages, without those being deleted; the same array until one of them changes. */
  images: readonly CloudflareImage[]
}

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
  const hidden = useHiddenIds()
  const { data } = query
  const images = useMemo(() => flatten(data, hidden), [data, hidden])
  return withImages(query, images)
}

/** Every image once: a page that moved between two fetches may repeat what the one before it held. */
function flatten(
  data: ImagePages | undefined,
  hidden: ReadonlySet<string>,
): readonly CloudflareImage[] {
  const seen = new Set(hidden)
  const isNew = ({ id }: CloudflareImage) => !seen.has(id) && seen.add(id)
  return data?.pages.flatMap((page) => page.images.filter(isNew)) ?? []
}

/** The query's result with `images`; through getters, so that only what a component reads makes it render again. */
function withImages(
  query: UseInfiniteQueryResult<ImagePages, ImagesError>,
  images: readonly CloudflareImage[],
): ImageListResult {
  const result = { images }
  for (const key of Object.keys(query) as (keyof typeof query)[]) {
    Object.defineProperty(result, key, { enumerable: true, get: () => query[key] })
  }
  return result as ImageListResult // the loop above put the query's members there
}
