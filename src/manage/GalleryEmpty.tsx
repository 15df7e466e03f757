import type { JSX, ReactNode } from 'react'
import { GalleryIcon } from './GalleryIcon.tsx'
import type { GalleryLook } from './GalleryLook.ts'

interface GalleryEmptyProps {
  look: GalleryLook
  /** Takes the place of heading and hint. */
  children?: ReactNode
}

/** Stands where there are no pictures. */
export function GalleryEmpty({ look, children }: GalleryEmptyProps): JSX.Element {
  const { labels } = look
  return (
    <div className={look.part('message')} data-state="empty">
      {children ?? (
        <>
          <GalleryIcon name="picture" />
          <strong>{labels.empty}</strong>
          <p>{labels.emptyHint}</p>
        </>
      )}
    </div>
  )
}
