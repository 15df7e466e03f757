'use client'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { JSX, KeyboardEvent, ReactNode } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { GalleryActions } from './GalleryButtons.tsx'
import { GalleryItem } from './GalleryItem.tsx'
import type { GalleryLook } from './GalleryLook.ts'
import { endless, shownTiles, unmeasured } from './GalleryView.ts'
import { useGalleryLater, withGalleryLater } from './useGalleryLater.ts'
import type { ImageSelection } from './useImageSelection.ts'
import type { GalleryRows } from './GalleryRows.ts'
import { useRovingFocus } from './useRovingFocus.ts'

/** What the grid of a gallery needs. */
export interface GalleryGridProps {
  rows: GalleryRows
  /** Whether the pictures stand side by side, or below each other. */
  layout: 'grid' | 'list'
  variant: string | undefined
  look: GalleryLook
  actions: GalleryActions
  selection: ImageSelection
  /** Whether more than one picture may be chosen. */
  isMultiple: boolean
  renderItem: ((image: CloudflareImage, actions: GalleryActions) => ReactNode) | undefined
  /** Whether all pages are loaded, so that the number of rows is known. */
  isComplete: boolean
  /** Loads the next page, where there is one. */
  onMore: () => void
  /** Takes back all deletions that still can be. */
  onUndo: () => void
}

/** The pictures near the screen, as one tab stop that arrow keys walk over. */
export function GalleryGrid({
  rows,
  layout,
  variant,
  look,
  actions,
  selection,
  isMultiple,
  renderItem,
  isComplete,
  onMore,
  onUndo,
}: GalleryGridProps): JSX.Element {
  const grid = useRef<HTMLDivElement>(null)
  const gridId = useId()
  const later = useGalleryLater()
  const GalleryScroll = later?.GalleryScroll
  const [measured, onView] = useState(unmeasured)
  const view = later === null ? endless : measured
  const { columns, pitch, width, height } = view
  const { first, end, before, after } = shownTiles(view, rows.length)
  const focus = useRovingFocus(grid, rows)
  const isShown = focus.active >= first && focus.active < end
  const isApart = focus.isInside && !isShown
  // Who comes by the tab key enters where they look.
  const active = focus.isInside || isShown ? focus.active : first

  const go = (index: number) => {
    keyboard.current.active = index // the next key may come before the next render
    focus.go(index)
  }
  const now = { rows, active, columns, pitch, grid, actions, selection, isMultiple }
  const keys = { ...now, go, onMore, onUndo }
  const keyboard = useRef(keys)
  useLayoutEffect(() => {
    keyboard.current = keys
  })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    withGalleryLater(
      ({ pressGalleryKey }) => pressGalleryKey(event, keyboard.current),
      noKey,
    )
  }

  const apart = {
    position: 'absolute',
    insetBlockStart: Math.floor(active / columns) * pitch,
    inlineSize: width,
    blockSize: height,
  } as const
  const tileOf = (index: number) => {
    const { key, image, pending } = rows.at(index)!
    return (
      <GalleryItem
        key={key}
        id={key}
        cellId={`${gridId}-${index}`}
        {...{ image, pending, actions, look, variant, renderItem }}
        column={(index % columns) + 1}
        isActive={index === active || later === null} // where no key is read, each is a tab stop
        isSelected={image !== undefined && selection.isSelected(image.id)}
        style={index < first || index >= end ? apart : undefined}
      />
    )
  }
  const shown = Array.from({ length: end - first }, (_, at) => first + at)
  const tiles = !isApart
    ? shown
    : focus.active < first
      ? [focus.active, ...shown]
      : [...shown, focus.active]
  const lines = [...new Set(tiles.map((index) => Math.floor(index / columns)))]
  const { onFocus, onBlur } = focus
  return (
    <>
      <div
        ref={grid}
        {...{ onFocus, onBlur, onKeyDown }}
        data-layout={layout}
        className={look.part('grid')}
        style={
          pitch > 0
            ? { position: 'relative', paddingBlockStart: before, paddingBlockEnd: after }
            : undefined
        }
      >
        <div
          role="grid"
          aria-label={look.labels.gallery}
          aria-rowcount={isComplete ? Math.ceil(rows.length / columns) : -1}
          aria-colcount={columns}
          aria-multiselectable={(actions.select && isMultiple) || undefined}
          style={outOfTheWay}
        >
          {lines.map((line) => (
            <div
              key={line}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- tr exists in tables only
              role="row"
              aria-rowindex={line + 1}
              aria-owns={tiles
                .filter((index) => Math.floor(index / columns) === line)
                .map((index) => `${gridId}-${index}`)
                .join(' ')}
            />
          ))}
        </div>
        {tiles.map(tileOf)}
      </div>
      {GalleryScroll && <GalleryScroll count={rows.length} {...{ grid, view, onView }} />}
    </>
  )
}

/** The grid and its rows have no box of their own: they own the tiles from here, for those who cannot see where these stand. */
const outOfTheWay = { position: 'absolute' } as const

/** Keys do nothing where what reads them cannot be had. */
const noKey = () => {}
