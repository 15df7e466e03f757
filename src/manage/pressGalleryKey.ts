import type { KeyboardEvent, RefObject } from 'react'
import type { GalleryActions } from './GalleryButtons.tsx'
import type { ImageSelection } from './useImageSelection.ts'
import type { GalleryRows } from './GalleryRows.ts'

/** What a key finds and can do. */
export interface GalleryKeyboard {
  rows: GalleryRows
  /** Index of the tile that the keyboard is at. */
  active: number
  /** How many tiles stand side by side. */
  columns: number
  /** Pixels from one line to the next; 0 until that was measured. */
  pitch: number
  grid: RefObject<HTMLElement | null>
  actions: GalleryActions
  selection: ImageSelection
  isMultiple: boolean
  /** Takes the focus to another tile. */
  go: (index: number) => void
  /** Called when a key asks for more than there is. */
  onMore: () => void
  onUndo: () => void
}

/** Walks, chooses, opens, deletes and takes back, as a key says. */
export function pressGalleryKey(
  event: KeyboardEvent<HTMLElement>,
  keyboard: GalleryKeyboard,
): void {
  const { rows, active, actions, selection, isMultiple, go, onMore, onUndo } = keyboard
  const { key, shiftKey, target } = event
  if (isEditable(target)) return
  const image = rows.at(active)?.image
  const isOnTile = target instanceof HTMLElement && target.dataset['id'] !== undefined
  const isCommand = event.ctrlKey || event.metaKey
  const wanted = isCommand || event.altKey ? undefined : targetOf(key, keyboard)
  if (wanted !== undefined) {
    if (wanted >= rows.length) onMore()
    const index = Math.max(0, Math.min(wanted, rows.length - 1))
    const there = rows.at(index)?.image
    if (index !== active) go(index)
    if (shiftKey && isMultiple && image && there) {
      if (!selection.isSelected(image.id)) selection.toggle(image.id)
      selection.selectTo(there.id)
    }
  } else if (key === 'z' && isCommand) onUndo()
  else if (key === 'a' && isCommand && actions.select && isMultiple) {
    selection.selectAll()
  } else if (key === 'Escape' && selection.ids.length > 0) selection.clear()
  else if (image && key === 'Delete') return actions.remove?.(image)
  else if (image && key === 'Enter' && isOnTile) return actions.open?.(image)
  else if (image && key === ' ' && isOnTile && actions.select) {
    actions.select(image, shiftKey)
  } else return
  event.preventDefault()
}

/** Where a key leads, undefined where it is not ours. */
function targetOf(
  key: string,
  { active, columns, pitch, grid }: GalleryKeyboard,
): number | undefined {
  const page = pitch > 0 ? Math.max(1, Math.floor(innerHeight / pitch) - 1) : 1
  const above = (lines: number) => {
    const target = active - lines * columns
    return target < 0 ? active % columns : target
  }
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const isRtl = grid.current && getComputedStyle(grid.current).direction === 'rtl'
      return (key === 'ArrowRight') === isRtl ? active - 1 : active + 1
    }
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

const isEditable = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest(
    'input:not([type=checkbox]), textarea, select, [contenteditable=""], [contenteditable=true]',
  ) !== null
