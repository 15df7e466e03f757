'use client'
import { startTransition, useState } from 'react'
import type { JSX, ReactNode } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { galleryLaterLabels } from './galleryLaterLabels.ts'
import type { GalleryLook } from './GalleryLook.ts'
import { searchFor } from './searchFor.ts'
import type { ImageSearch } from './searchFor.ts'
import type { ImageSelection } from './useImageSelection.ts'

interface GalleryToolbarProps {
  look: GalleryLook
  /** Told with a function what is searched for, as React sets a state; undefined where nothing can be. */
  onSearch: ((next: () => ImageSearch | undefined) => void) | undefined
  /** How many pictures were looked through, and how many were found. */
  loaded: number
  found: number
  /** Whether there are no more than those that are loaded. */
  isComplete: boolean
  /** Present where more than one picture may be chosen. */
  selection: ImageSelection | undefined
  onDelete: ((images: readonly CloudflareImage[]) => void) | undefined
  /** Draws what else can be done with the chosen pictures. */
  renderSelection:
    | ((images: readonly CloudflareImage[], clear: () => void) => ReactNode)
    | undefined
}

/** Stands over the pictures: a search that says what it looked through, and what can be done with the chosen ones. */
export function GalleryToolbar({
  look,
  onSearch,
  loaded,
  found,
  isComplete,
  selection,
  onDelete,
  renderSelection,
}: GalleryToolbarProps): JSX.Element {
  const labels = { ...galleryLaterLabels, ...look.labels }
  const [search, setSearch] = useState('')
  const { selected = [], selectAll, clear } = selection ?? {}
  const button = { type: 'button', className: look.part('button') } as const
  return (
    <div className={look.part('toolbar')}>
      {onSearch && (
        <input
          type="search"
          className={look.part('search')}
          aria-label={labels.search}
          placeholder={labels.search}
          value={search}
          onChange={({ target: { value } }) => {
            setSearch(value)
            startTransition(() => onSearch(() => searchFor(value)))
          }}
        />
      )}
      {search.trim() && <output>{labels.found(found, loaded, isComplete)}</output>}
      {selection && (
        <>
          <output>{labels.selected(selected.length)}</output>
          {found > selected.length && (
            <button {...button} onClick={selectAll}>
              {labels.selectAll(found)}
            </button>
          )}
        </>
      )}
      {selected.length > 0 && clear && (
        <>
          <button {...button} onClick={clear}>
            {labels.clear}
          </button>
          {onDelete && (
            <button {...button} data-danger="" onClick={() => onDelete(selected)}>
              {labels.deleteSelected(selected.length)}
            </button>
          )}
          {renderSelection?.(selected, clear)}
        </>
      )}
    </div>
  )
}
