'use client'
import { useMemo } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagePages } from './imageListQueryOptions.ts'
import { useHiddenIds } from './useHiddenIds.ts'

/** The images of a list's loaded pages, beside all that its query returns. */
export interface ListedImages {
  /** Images of all loaded pages, without those being deleted; the same array until one of them changes. */
  images: readonly CloudflareImage[]
}

/** The query's result with `images`; through getters, so that only what a component reads makes it render again. */
export function useWithImages<TQuery extends { data: ImagePages | undefined }>(
  query: TQuery,
): TQuery & ListedImages {
  const hidden = useHiddenIds()
  const { data } = query
  const result = { images: useMemo(() => flatten(data, hidden), [data, hidden]) }
  for (const key of Object.keys(query) as (keyof TQuery)[]) {
    Object.defineProperty(result, key, { enumerable: true, get: () => query[key] })
  }
  return result as TQuery & ListedImages // the loop above put the query's members there
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
