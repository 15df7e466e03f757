'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import type { ImagesError } from '../api/ImagesError.ts'
import type { DeleteOptions, Sender } from './deletionOptions.ts'
import { useDeletion } from './useDeletion.ts'
import type { UndoResult } from './useUndo.ts'

/** How a deletion ended: at the backend, or taken back in time. */
export type DeleteOutcome = 'deleted' | 'undone'

/** All that `useMutation` returns for one id, and what taking back needs. */
export type DeleteImageResult = UseMutationResult<DeleteOutcome, ImagesError, string> &
  UndoResult

/**
 * Deletes an image: hidden in every list at once, back again where the backend refuses, and with `undo` not even
 * sent before the time to take it back is over.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { useDeleteImage } from 'react-cloudflare-images'
 *
 * function DeleteButton({ id }: { id: string }) {
 *   const { mutate, undo, undoable } = useDeleteImage({ undo: 8000 })
 *   return undoable.includes(id) ? (
 *     <button onClick={() => undo(id)}>Undo</button>
 *   ) : (
 *     <button onClick={() => mutate(id)}>Delete</button>
 *   )
 * }
 * ```
 */
export function useDeleteImage(options: DeleteOptions = {}): DeleteImageResult {
  return useDeletion(sendOne, options)
}

/** Sends one id. */
export const sendOne: Sender<string, DeleteOutcome> = {
  undone: 'undone',
  send: async (api, id, options) => {
    await api.delete(id, options)
    return { result: 'deleted', deleted: [id] }
  },
}
