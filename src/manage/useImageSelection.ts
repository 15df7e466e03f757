'use client'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'

/** Which images are chosen, and what changes that. */
export interface ImageSelection {
  /** The chosen images, in the order of the list; one that has gone from the list is not among them. */
  selected: readonly CloudflareImage[]
  /** Ids of all that is chosen, also of images that are not in the list (any more). */
  ids: readonly string[]
  /** Whether this image is chosen. */
  isSelected: (id: string) => boolean
  /** Chooses an image, or chooses it no more. */
  toggle: (id: string) => void
  /** Chooses all from the one that was toggled last to this one, as with the shift key. */
  selectTo: (id: string) => void
  /** Chooses all images that are loaded. */
  selectAll: () => void
  /** Chooses none. */
  clear: () => void
}

/** How many may be chosen, and who keeps the choice. */
export interface ImageSelectionOptions {
  /** Whether more than one may be chosen; else the next takes the place of the one before. @default true */
  multiple?: boolean | undefined
  /** Ids of what is chosen, where the app keeps them. @default kept here */
  selected?: readonly string[] | undefined
  /** Called with the ids when the choice changes. @default none */
  onSelectedChange?: ((ids: string[]) => void) | undefined
}

/**
 * A choice among images, for a list of your own.
 *
 * @example
 * ```tsx
 * import { useDeleteImages, useImageList, useImageSelection } from 'react-cloudflare-images'
 *
 * function Album() {
 *   const { images } = useImageList()
 *   const { selected, isSelected, toggle } = useImageSelection(images)
 *   const { mutate } = useDeleteImages()
 *   return (
 *     <>
 *       {images.map(({ id, filename }) => (
 *         <label key={id}>
 *           <input type="checkbox" checked={isSelected(id)} onChange={() => toggle(id)} /> {filename}
 *         </label>
 *       ))}
 *       <button onClick={() => mutate(selected.map(({ id }) => id))}>Delete {selected.length}</button>
 *     </>
 *   )
 * }
 * ```
 */
export function useImageSelection(
  images: readonly CloudflareImage[],
  { multiple = true, selected: given, onSelectedChange }: ImageSelectionOptions = {},
): ImageSelection {
  const [own, setOwn] = useState<readonly string[]>([])
  const ids = given ?? own
  const chosen = useMemo(() => new Set(ids), [ids])
  // Two changes in one tick build on each other, before anything is rendered.
  const latest = useRef({ ids, anchor: '', images, multiple, onSelectedChange })
  useLayoutEffect(() => {
    Object.assign(latest.current, { ids, images, multiple, onSelectedChange })
  }, [ids, images, multiple, onSelectedChange])

  const change = useCallback((next: readonly string[], anchor: string) => {
    Object.assign(latest.current, { ids: next, anchor })
    setOwn(next)
    latest.current.onSelectedChange?.([...next])
  }, [])
  const toggle = useCallback(
    (id: string) => {
      const { ids: before, multiple: isMany } = latest.current
      const others = isMany ? before.filter((each) => each !== id) : []
      change(before.includes(id) ? others : [...others, id], id)
    },
    [change],
  )
  const selectTo = useCallback(
    (id: string) => {
      const { ids: before, anchor, images: list, multiple: isMany } = latest.current
      if (!isMany) return toggle(id)
      const range = between(list, anchor || id, id)
      change([...new Set([...before, ...range])], anchor || id)
    },
    [change, toggle],
  )
  const selectAll = useCallback(() => {
    change(
      latest.current.images.map(({ id }) => id),
      '',
    )
  }, [change])
  const clear = useCallback(() => change([], ''), [change])

  const selected = useMemo(
    () => (chosen.size === 0 ? none : images.filter(({ id }) => chosen.has(id))),
    [images, chosen],
  )
  const isSelected = useCallback((id: string) => chosen.has(id), [chosen])
  return { selected, ids, isSelected, toggle, selectTo, selectAll, clear }
}

const none: readonly CloudflareImage[] = []

/** Ids from one image to another, in either direction; only the second where the first has gone. */
function between(images: readonly CloudflareImage[], from: string, to: string): string[] {
  const ids = images.map(({ id }) => id)
  const [start, end] = [ids.indexOf(from), ids.indexOf(to)]
  if (start < 0 || end < 0) return [to]
  return ids.slice(Math.min(start, end), Math.max(start, end) + 1)
}
