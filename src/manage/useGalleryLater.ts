'use client'
import { useSyncExternalStore } from 'react'
import type { GalleryLater } from './galleryLater.ts'

let later: GalleryLater | undefined
let coming: Promise<GalleryLater> | undefined
const listeners = new Set<() => void>()

/** What a gallery does without at first sight, fetched once that is there; undefined until it has come. */
export function useGalleryLater(): GalleryLater | undefined {
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

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  load().catch(() => {}) // whoever asks for it next tries again
  return () => listeners.delete(listener)
}

const load = async (): Promise<GalleryLater> => (coming ??= fetchLater())

async function fetchLater(): Promise<GalleryLater> {
  try {
    later = (await import('./galleryLater.ts')).galleryLater
    for (const listener of listeners) listener()
    return later
  } catch (error) {
    coming = undefined
    throw error
  }
}
