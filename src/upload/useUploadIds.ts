'use client'
import { useUploads } from './useUploads.ts'

/**
 * The ids of every upload below the same provider, in the order of their rows; renders only when a row comes, goes
 * or moves.
 */
export function useUploadIds(): readonly string[] {
  return useUploads((uploads) => uploads.map(({ id }) => id))
}
