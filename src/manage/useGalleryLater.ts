'use client'
import { useSyncExternalStore } from 'react'
import type { GalleryLater } from './galleryLater.ts'

let later: GalleryLater | null | undefined
let coming: Promise<GalleryLater> | undefined
const listeners = new Set<() => void>()

/**
 * What a gallery does without at first sight, fetched once that is there; undefined until it has come, null where it
 * cannot be had.
 */
export function useGalleryLater(): GalleryLater | null | undefined {
  return useSyncExternalStore(
    subscribe,
    () => later,
    () => undefined,
  )
}

/** The same for what somebody asked for: at once where it has come. */
export function withGalleryLater(
  then: (later: GalleryLater) => void,
  fail: (cause: unknown) => void,
): void {
  if (later) then(later)
  else load().then(then, fail)
}

const load = async (): Promise<GalleryLater> => (coming ??= fetchLater())

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  load().catch(() => {}) // whoever asks for it next tries again
  return () => listeners.delete(listener)
}

async function fetchLater(): Promise<GalleryLater> {
  try {
    later = (await import('./galleryLater.ts')).galleryLater
    return later
  } catch (error) {
    later = null
    coming = undefined
    throw error
  } finally {
    for (const listener of listeners) listener()
  }
}
