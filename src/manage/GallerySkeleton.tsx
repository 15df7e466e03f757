import type { JSX } from 'react'
import type { GalleryLook } from './GalleryLook.ts'

/** Stands where pictures are on their way, in their shape. */
export function GallerySkeleton({ look }: { look: GalleryLook }): JSX.Element {
  return (
    <div className={look.part('grid')} aria-hidden="true">
      {tiles.map((tile) => (
        <div key={tile} className={look.part('skeleton')} />
      ))}
    </div>
  )
}

const tiles = Array.from({ length: 12 }, (_, index) => index)
