'use client'
import { use, useState, useSyncExternalStore } from 'react'
import { pageRegistry } from './pageRegistry.ts'
import type { Upload } from './Upload.ts'
import { UploadContext } from './UploadContext.ts'

/**
 * Every upload below the same provider, or of the page where there is none: for a tray that stands anywhere.
 *
 * Renders when an upload comes, goes or changes its status, and only where `select` then gives something else;
 * for bytes, let each row call `useUpload(id)`.
 *
 * @example
 * ```tsx
 * import { useUploads } from 'react-cloudflare-images'
 *
 * export function Badge() {
 *   const waiting = useUploads((uploads) => uploads.filter(({ status }) => status === 'queued').length)
 *   return <span>{waiting} waiting</span>
 * }
 * ```
 */
export function useUploads(): readonly Upload[]
export function useUploads<TSelected>(
  select: (uploads: readonly Upload[]) => TSelected,
): TSelected
export function useUploads(
  select: (uploads: readonly Upload[]) => unknown = (uploads) => uploads,
): unknown {
  const { registry = pageRegistry } = use(UploadContext)
  const [keep] = useState(keepEqual)
  const get = () => keep(select(registry.getUploads()))
  return useSyncExternalStore(registry.subscribe, get, get)
}

/** Gives the value before in place of one that is equal, so that nothing renders for it. */
function keepEqual(): (value: unknown) => unknown {
  let kept: unknown
  return (value) => {
    if (!isEqual(kept, value)) kept = value
    return kept
  }
}

const isEqual = (a: unknown, b: unknown) =>
  Object.is(a, b) ||
  (Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((item, at) => Object.is(item, b[at])))
