'use client'
import { useId, useMemo, useRef } from 'react'
import type { JSX, KeyboardEvent, ReactNode } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { GalleryActions } from './GalleryButtons.tsx'
import { GalleryItem } from './GalleryItem.tsx'
import type { GalleryLook } from './GalleryLook.ts'
import type { ImageSelection } from './useImageSelection.ts'
import type { GalleryRow } from './useGalleryRows.ts'
import { useGalleryWindow } from './useGalleryWindow.ts'
import { useRovingFocus } from './useRovingFocus.ts'

/** What the grid of a gallery needs. */
export interface GalleryGridProps {
  rows: readonly GalleryRow[]
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
  const ids = useMemo(() => rows.map(({ key }) => key), [rows])
  const size = useGalleryWindow({ count: rows.length, grid })
  const { first, end, columns, pitch, before, after } = size
  const focus = useRovingFocus({ grid, ids, onPastEnd: onMore })
  const isApart = focus.isInside && (focus.active < first || focus.active >= end)
  // Who comes by the tab key enters where they look.
  const isShown = focus.active >= first && focus.active < end
  const active = focus.isInside || isShown ? focus.active : first

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isEditable(event.target)) return
    const image = rows[active]?.image
    const isOnTile =
      event.target instanceof HTMLElement && event.target.dataset['id'] !== undefined
    const isCommand = event.ctrlKey || event.metaKey
    const page = pitch > 0 ? Math.max(1, Math.floor(innerHeight / pitch) - 1) : 1
    const target = focus.move(event, { columns, page })
    const there = target === undefined ? undefined : rows[target]?.image
    if (target !== undefined) {
      if (event.shiftKey && isMultiple && image && there) {
        if (!selection.isSelected(image.id)) selection.toggle(image.id)
        selection.selectTo(there.id)
      }
    } else if (event.key === 'z' && isCommand) onUndo()
    else if (event.key === 'a' && isCommand && actions.select && isMultiple) {
      selection.selectAll()
    } else if (event.key === 'Escape' && selection.ids.length > 0) selection.clear()
    else if (image && event.key === 'Delete') return actions.remove?.(image)
    else if (image && event.key === 'Enter' && isOnTile) return actions.open?.(image)
    else if (image && event.key === ' ' && isOnTile && actions.select) {
      actions.select(image, event.shiftKey)
    } else return
    event.preventDefault()
  }

  const apart = {
    position: 'absolute',
    insetBlockStart: Math.floor(active / columns) * pitch,
    inlineSize: size.width,
    blockSize: size.height,
  } as const
  const tileOf = (index: number) => {
    const { key, image, pending } = rows[index]!
    return (
      <GalleryItem
        key={key}
        id={key}
        cellId={`${gridId}-${index}`}
        {...{ image, pending, actions, look, variant, renderItem }}
        column={(index % columns) + 1}
        isActive={index === active}
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
  )
}

/** The grid and its rows have no box of their own: they own the tiles from here, for those who cannot see where these stand. */
const outOfTheWay = { position: 'absolute' } as const

const isEditable = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest(
    'input:not([type=checkbox]), textarea, select, [contenteditable=""], [contenteditable=true]',
  ) !== null
