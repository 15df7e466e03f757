'use client'
import { useCallback, useMemo, useState } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'

/** Which images are chosen, and what changes that. */
export interface ImageSelection {
  /** The chosen images, in the order of the list; one that has gone from the list is not among them. */
  selected: readonly CloudflareImage[]
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
export function useImageSelection(images: readonly CloudflareImage[]): ImageSelection {
  const [{ ids }, setChoice] = useState(nothing)
  const selected = useMemo(() => images.filter(({ id }) => ids.has(id)), [images, ids])
  const isSelected = useCallback((id: string) => ids.has(id), [ids])
  const toggle = useCallback(
    (id: string) => setChoice((choice) => ({ ids: toggled(choice.ids, id), anchor: id })),
    [],
  )
  const selectTo = useCallback(
    (id: string) =>
      setChoice(({ ids: before, anchor }) => ({
        ids: new Set([...before, ...between(images, anchor ?? id, id)]),
        anchor: anchor ?? id,
      })),
    [images],
  )
  const selectAll = useCallback(
    () => setChoice({ ids: new Set(images.map(({ id }) => id)), anchor: undefined }),
    [images],
  )
  const clear = useCallback(() => setChoice(nothing), [])
  return { selected, isSelected, toggle, selectTo, selectAll, clear }
}

interface Choice {
  ids: ReadonlySet<string>
  /** Where a range begins. */
  anchor: string | undefined
}

const nothing: Choice = { ids: new Set(), anchor: undefined }

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

/** Ids from one image to another, in either direction; only the second where the first has gone. */
function between(images: readonly CloudflareImage[], from: string, to: string): string[] {
  const ids = images.map(({ id }) => id)
  const [start, end] = [ids.indexOf(from), ids.indexOf(to)]
  if (start < 0 || end < 0) return [to]
  return ids.slice(Math.min(start, end), Math.max(start, end) + 1)
}
