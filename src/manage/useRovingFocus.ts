'use client'
import { useLayoutEffect, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, RefObject } from 'react'

/** What makes a grid one tab stop. */
export interface RovingFocus {
  /** Goes on the grid. */
  ref: RefObject<HTMLDivElement | null>
  /** Index of the row that the tab key reaches. */
  active: number
  /** Goes on the grid. */
  onFocus: (event: FocusEvent) => void
  /** Goes on the grid. */
  onBlur: (event: FocusEvent) => void
  /** Moves the focus; true where the key was an arrow, Home or End. */
  move: (event: KeyboardEvent) => boolean
}

/** Which rows there are, and what to do at their end. */
export interface RovingFocusOptions {
  ids: readonly string[]
  /** Called when a key asks for more than there is. */
  onPastEnd: () => void
}

/**
 * Lets arrow keys, Home and End walk over a grid whose rows carry `data-id`, and keeps the focus in it: where the
 * focused row goes, its neighbour takes over.
 */
export function useRovingFocus({ ids, onPastEnd }: RovingFocusOptions): RovingFocus {
  const ref = useRef<HTMLDivElement>(null)
  const inside = useRef(false)
  const [last, setLast] = useState({ id: '', index: 0 })
  const found = ids.indexOf(last.id)
  const active = Math.max(0, found >= 0 ? found : Math.min(last.index, ids.length - 1))

  useLayoutEffect(() => {
    if (!inside.current || found >= 0) return
    const lost = !document.activeElement || document.activeElement === document.body
    if (lost) rowsOf(ref.current)[active]?.focus()
  }, [found, active])

  return {
    ref,
    active,
    onFocus: (event) => {
      inside.current = true
      const id = rowOf(event.target)?.dataset['id']
      if (id !== undefined && id !== last.id) setLast({ id, index: ids.indexOf(id) })
    },
    onBlur: ({ relatedTarget, target }) => {
      // A row that is taken away leaves no relatedTarget, and is not in the page any more.
      if (target.isConnected && !ref.current?.contains(relatedTarget))
        inside.current = false
    },
    move: (event) => {
      const target = targetOf(event, { active, count: ids.length, grid: ref.current })
      if (target === undefined) return false
      if (target >= ids.length || (event.key === 'End' && ids.length > 0)) onPastEnd()
      rowsOf(ref.current)[Math.max(0, Math.min(target, ids.length - 1))]?.focus()
      return true
    },
  }
}

interface Place {
  active: number
  count: number
  grid: HTMLElement | null
}

/** Where a key leads, undefined where it is not ours. */
function targetOf(
  event: KeyboardEvent,
  { active, count, grid }: Place,
): number | undefined {
  if (!grid || event.altKey || event.metaKey || event.ctrlKey) return undefined
  const forward = getComputedStyle(grid).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return event.key === forward ? active + 1 : active - 1
    case 'ArrowDown':
      return active + columnsOf(grid)
    case 'ArrowUp': {
      const above = active - columnsOf(grid)
      return above < 0 ? active : above
    }
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** How many rows of the accessibility tree stand side by side on the screen. */
function columnsOf(grid: HTMLElement): number {
  const rows = rowsOf(grid)
  const top = rows[0]?.offsetTop
  const next = rows.findIndex((row) => row.offsetTop !== top)
  return next > 0 ? next : Math.max(1, rows.length)
}

const rowsOf = (grid: HTMLElement | null): HTMLElement[] =>
  grid ? [...grid.querySelectorAll<HTMLElement>('[data-id]')] : []

const rowOf = (element: Element): HTMLElement | null => element.closest('[data-id]')
