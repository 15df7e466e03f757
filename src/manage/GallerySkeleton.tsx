import type { JSX } from 'react'
import type { GalleryGridProps } from './GalleryGrid.tsx'

/** Stands where pictures are on their way, in their shape. */
export function GallerySkeleton({
  look,
  layout,
}: Pick<GalleryGridProps, 'look' | 'layout'>): JSX.Element {
  return (
    <div className={look.part('grid')} data-layout={layout} aria-hidden="true">
      {tiles.map((tile) => (
        <div key={tile} className={look.part('skeleton')} />
      ))}
    </div>
  )
}

const tiles = Array.from({ length: 12 }, (_, index) => index)
