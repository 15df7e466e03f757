'use client'
import { useLayoutEffect, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, RefObject } from 'react'

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
  /** Moves the focus; the index that it goes to, undefined where the key is none of ours. */
  move: (event: KeyboardEvent, place: Place) => number | undefined
}

/** Which tiles there are, and what to do at their end. */
export interface RovingFocusOptions {
  grid: RefObject<HTMLElement | null>
  ids: readonly string[]
  /** Called when a key asks for more than there is. */
  onPastEnd: () => void
}

/** How the tiles stand. */
interface Place {
  columns: number
  /** How many lines fit on the screen. */
  page: number
}

/**
 * Lets arrow keys, Page Up and Down, Home and End walk over a grid whose tiles carry `data-id`, and keeps the focus in
 * it: where the focused tile goes, its neighbour takes over. A tile that is not in the page takes the focus once it is,
 * so whoever draws the tiles draws the active one.
 */
export function useRovingFocus({
  grid,
  ids,
  onPastEnd,
}: RovingFocusOptions): RovingFocus {
  const [last, setLast] = useState({ id: '', index: 0 })
  const [isInside, setInside] = useState(false)
  const wanted = useRef(false)
  const found = ids[last.index] === last.id ? last.index : ids.indexOf(last.id)
  const active = Math.max(0, found >= 0 ? found : Math.min(last.index, ids.length - 1))

  useLayoutEffect(() => {
    const lost = isInside && found < 0 && !grid.current?.contains(document.activeElement)
    if (!wanted.current && !lost) return
    wanted.current = false
    const tiles = grid.current?.querySelectorAll<HTMLElement>('[data-id]') ?? []
    for (const tile of tiles) if (tile.dataset['id'] === ids[active]) tile.focus()
  }, [grid, ids, isInside, found, active])

  return {
    active,
    isInside,
    onFocus: ({ target }) => {
      setInside(true)
      const id = target.closest<HTMLElement>('[data-id]')?.dataset['id']
      if (id !== undefined && id !== last.id) setLast({ id, index: ids.indexOf(id) })
    },
    onBlur: ({ relatedTarget, target }) => {
      // A tile that is taken away leaves no relatedTarget, and is not in the page any more.
      if (target.isConnected && !grid.current?.contains(relatedTarget)) setInside(false)
    },
    move: (event, place) => {
      const target = targetOf(event, active, place)
      if (target === undefined || ids.length === 0) return undefined
      if (target >= ids.length) onPastEnd()
      const index = Math.max(0, Math.min(target, ids.length - 1))
      if (index === active) return index
      wanted.current = true
      setLast({ id: ids[index] ?? '', index })
      return index
    },
  }
}

/** Where a key leads, undefined where it is not ours. */
function targetOf(
  { key, currentTarget, altKey, metaKey, ctrlKey }: KeyboardEvent,
  active: number,
  { columns, page }: Place,
): number | undefined {
  if (altKey || metaKey || ctrlKey) return undefined
  const isRtl = getComputedStyle(currentTarget).direction === 'rtl'
  const above = (lines: number) => {
    const target = active - lines * columns
    return target < 0 ? active % columns : target
  }
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return (key === 'ArrowRight') === isRtl ? active - 1 : active + 1
    case 'ArrowDown':
      return active + columns
    case 'ArrowUp':
      return above(1)
    case 'PageDown':
      return active + page * columns
    case 'PageUp':
      return above(page)
    case 'Home':
      return 0
    case 'End':
      return Infinity
    default:
      return undefined
  }
}
