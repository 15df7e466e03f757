'use client'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { SuccessfulUpload, Upload } from './Upload.ts'
import type { UploaderActions } from './Uploader.ts'

/** One id or several, as an app holds them. */
export type UploaderValue = string | readonly string[] | null

/** The value of an uploader, and who holds it. */
export interface UploaderValueOptions {
  value: UploaderValue | undefined
  defaultValue: UploaderValue | undefined
  multiple: boolean
  onValueChange: ((ids: string[], images: CloudflareImage[]) => void) | undefined
}

/** The ids of the pictures that are stored, and how to change them. */
export interface UploaderValueResult {
  ids: readonly string[]
  /** Takes a picture out, and tells whether it is: not where another row stands for it too. */
  drop: (imageId: string) => boolean
  /** Back to the default, where the app does not hold the value. */
  reset: () => void
}

/**
 * Keeps the list of stored pictures in step with the rows, whoever holds it: the app or we.
 *
 * The last list is remembered beside the one that was rendered, so that twenty successes between two renders of the
 * app lose none.
 */
export function useUploaderValue(
  { uploads, remove }: { uploads: readonly Upload[] } & Pick<UploaderActions, 'remove'>,
  { value, defaultValue, multiple, onValueChange }: UploaderValueOptions,
): UploaderValueResult {
  const [own, setOwn] = useState<readonly string[]>(() => listOf(defaultValue))
  const ids = value === undefined ? own : listOf(value)
  const latest = useRef(ids)
  const shown = useRef(ids)
  const counted = useRef(new WeakSet<Upload>())
  const key = JSON.stringify(ids)
  const rows = uploads.filter((upload) => upload.status === 'success')

  const change = (next: readonly string[]) => {
    latest.current = next
    if (value === undefined) setOwn(next)
    const held = rows.filter(({ imageId }) => next.includes(imageId))
    onValueChange?.(
      [...next],
      held.map(({ image }) => image),
    )
  }

  // A row whose picture left the value goes too.
  useLayoutEffect(() => {
    const now: readonly string[] = JSON.parse(key)
    const gone = shown.current.filter((id) => !now.includes(id))
    latest.current = shown.current = now
    for (const { id, imageId } of rows) if (gone.includes(imageId)) remove(id)
    // oxlint-disable-next-line react/exhaustive-deps -- only the value's change takes rows away
  }, [key])

  useEffect(() => {
    const fresh = rows.filter((row) => !counted.current.has(row))
    if (fresh.length === 0) return
    for (const row of fresh) counted.current.add(row)
    const added = fresh.map(idOf)
    change(multiple ? inOrder([...latest.current, ...added], rows) : added.slice(-1))
  })

  return {
    ids,
    drop: (imageId) => {
      // A file that was chosen twice may be found as one picture, for which another row stands too.
      const isLast = rows.filter((row) => row.imageId === imageId).length < 2
      if (isLast && latest.current.includes(imageId)) {
        change(latest.current.filter((id) => id !== imageId))
      }
      return isLast
    },
    reset: () => setOwn(listOf(defaultValue)),
  }
}

/** Ids of pictures from before first, then in the order of the rows, whichever was done first; each once. */
function inOrder(ids: readonly string[], rows: readonly SuccessfulUpload[]): string[] {
  const own = [...new Set(rows.map(idOf))].filter((id) => ids.includes(id))
  return [...ids.filter((id) => !own.includes(id)), ...own]
}

const idOf = ({ imageId }: SuccessfulUpload) => imageId

const listOf = (value: UploaderValue | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? [])
