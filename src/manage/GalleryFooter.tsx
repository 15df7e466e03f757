'use client'
import type { JSX } from 'react'
import { labelOfError } from '../api/labelOfError.ts'
import { galleryLaterLabels } from './galleryLaterLabels.ts'
import type { GalleryLook } from './GalleryLook.ts'
import type { ImageListResult } from './useImageList.ts'
import { useNearEnd } from './useNearEnd.ts'

interface GalleryFooterProps {
  list: ImageListResult
  look: GalleryLook
  /** Loads the next page. */
  onMore: () => void
  /** Whether the next page waits for the button. */
  isQuiet: boolean
}

/** Ends a gallery that has more to load: a button for everybody, pressed by itself when the end comes near. */
export function GalleryFooter({
  list,
  look,
  onMore,
  isQuiet,
}: GalleryFooterProps): JSX.Element {
  const labels = { ...galleryLaterLabels, ...look.labels }
  const { isFetchNextPageError: failed, isFetchingNextPage: loading } = list
  const ref = useNearEnd(onMore, !isQuiet && !list.isFetching && !failed)
  return (
    <div ref={ref} className={look.part('footer')}>
      {failed && <p role="alert">{labelOfError(list.error, look.errors)}</p>}
      <button
        type="button"
        className={look.part('button')}
        aria-disabled={loading}
        onClick={() => !loading && onMore()}
      >
        {failed ? labels.retry : loading ? labels.loadingMore : labels.loadMore}
      </button>
    </div>
  )
}
