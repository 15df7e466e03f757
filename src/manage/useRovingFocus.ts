'use client'
import { useLayoutEffect, useRef, useState } from 'react'
import type { FocusEvent, RefObject } from 'react'
import type { GalleryRows } from './GalleryRows.ts'

/** What makes a grid one tab stop. */
export interface RovingFocus {
  /** Index of the tile that the keyboard is at, or was at. */
  active: number
  /** Whether the focus is in the grid. */
  isInside: boolean
  /** Goes on the grid. */
  onFocus: (event: FocusEvent) => void
  /** Goes on the grid. */
  onBlur: (event: FocusEvent) => void
  /** Takes the focus to another tile. */
  go: (index: number) => void
}

/**
 * Lets the focus walk over a grid whose tiles carry `data-id`, and keeps it in there: where the focused tile goes, its
 * neighbour takes over. A tile that is not in the page takes the focus once it is, so whoever draws the tiles draws the
 * active one.
 */
export function useRovingFocus(
  grid: RefObject<HTMLElement | null>,
  rows: GalleryRows,
): RovingFocus {
  const [last, setLast] = useState({ key: '', index: 0 })
  const [isInside, setInside] = useState(false)
  const wanted = useRef(false)
  const { key, index } = last
  const found = !key || rows.at(index)?.key === key ? index : rows.indexOf(key)
  const active = Math.max(0, Math.min(found < 0 ? index : found, rows.length - 1))
  const now = rows.at(active)?.key

  useLayoutEffect(() => {
    const lost = isInside && found < 0 && !grid.current?.contains(document.activeElement)
    if (!wanted.current && !lost) return
    wanted.current = false
    const tiles = grid.current?.querySelectorAll<HTMLElement>('[data-id]') ?? []
    for (const tile of tiles) if (tile.dataset['id'] === now) tile.focus()
  }, [grid, isInside, found, now])

  return {
    active,
    isInside,
    onFocus: ({ target }) => {
      setInside(true)
      const id = target.closest<HTMLElement>('[data-id]')?.dataset['id']
      if (id !== undefined && id !== key) setLast({ key: id, index: rows.indexOf(id) })
    },
    onBlur: ({ relatedTarget, target }) => {
      // A tile that is taken away leaves no relatedTarget, and is not in the page any more.
      if (target.isConnected && !grid.current?.contains(relatedTarget)) setInside(false)
    },
    go: (to) => {
      wanted.current = true
      setLast({ key: rows.at(to)?.key ?? '', index: to })
    },
  }
}
