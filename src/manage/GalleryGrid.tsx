'use client'
import { useMemo } from 'react'
import type { JSX, KeyboardEvent, ReactNode } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { GalleryActions } from './GalleryButtons.tsx'
import { GalleryItem } from './GalleryItem.tsx'
import { partClass } from './GalleryLook.ts'
import type { GalleryLook } from './GalleryLook.ts'
import type { GalleryRow } from './useGalleryRows.ts'
import { useRovingFocus } from './useRovingFocus.ts'

/** What the grid of a gallery needs. */
export interface GalleryGridProps {
  rows: readonly GalleryRow[]
  variant: string | undefined
  look: GalleryLook
  actions: GalleryActions
  renderItem: ((image: CloudflareImage, actions: GalleryActions) => ReactNode) | undefined
  /** Whether all pages are loaded, so that the number of rows is known. */
  isComplete: boolean
  /** Loads the next page, where there is one. */
  onMore: () => void
  /** Takes back all deletions that still can be. */
  onUndo: () => void
}

/** The pictures, as one tab stop that arrow keys walk over. */
export function GalleryGrid({
  rows,
  variant,
  look,
  actions,
  renderItem,
  isComplete,
  onMore,
  onUndo,
}: GalleryGridProps): JSX.Element {
  const ids = useMemo(() => rows.map(({ key }) => key), [rows])
  const { move, active, ...roving } = useRovingFocus({ ids, onPastEnd: onMore })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isEditable(event.target)) return
    const image = rows[active]?.image
    const onRow =
      event.target instanceof HTMLElement && event.target.dataset['id'] !== undefined
    if (move(event)) event.preventDefault()
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) onUndo()
    else if (image && event.key === 'Delete') actions.remove?.(image)
    else if (image && event.key === 'Enter' && onRow) actions.open?.(image)
  }

  return (
    <div
      {...roving}
      role="grid"
      tabIndex={-1}
      aria-label={look.labels.gallery}
      aria-rowcount={isComplete ? rows.length : -1}
      className={partClass(look, 'grid')}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ key, image, pending }, index) => (
        <GalleryItem
          key={key}
          id={key}
          {...{ image, pending, index, actions, look, variant }}
          isActive={index === active}
        >
          {image && renderItem?.(image, actions)}
        </GalleryItem>
      ))}
    </div>
  )
}

const isEditable = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest(
    'input, textarea, select, [contenteditable=""], [contenteditable=true]',
  ) !== null
