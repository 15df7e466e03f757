import type { JSX } from 'react'
import { partClass } from './GalleryLook.ts'
import type { GalleryLook } from './GalleryLook.ts'

/** Stands where pictures are on their way, in their shape. */
export function GallerySkeleton({ look }: { look: GalleryLook }): JSX.Element {
  return (
    <div className={partClass(look, 'grid')} aria-hidden="true">
      {tiles.map((tile) => (
        <div key={tile} className={partClass(look, 'skeleton')} />
      ))}
    </div>
  )
}

const tiles = Array.from({ length: 12 }, (_, index) => index)
