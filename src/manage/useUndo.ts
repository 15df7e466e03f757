'use client'
import { useSyncExternalStore } from 'react'
import { useManage } from './useManage.ts'

/** What taking back needs, beside all that `useMutation` returns. */
export interface UndoResult {
  /** Takes back the deletion of one image, or of all that still can be. */
  undo: (id?: string) => void
  /** Ids of the images whose deletion can still be taken back, oldest first. */
  undoable: readonly string[]
}

/** The deletions below this provider that can still be taken back. */
export function useUndo(): UndoResult {
  const { subscribe, getSnapshot, undo } = useManage().undoWindows
  return { undo, undoable: useSyncExternalStore(subscribe, getSnapshot, getSnapshot) }
}
