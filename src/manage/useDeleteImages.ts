'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import type { ImagesErrorCode } from '../api/errorCodes.ts'
import { isErrorCode } from '../api/errorCodes.ts'
import type { CallOptions, ImagesApi } from '../api/ImagesApi.ts'
import { isImagesError } from '../api/ImagesError.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { limits } from '../api/limits.ts'
import type { DeleteOptions, Sender } from './deletionOptions.ts'
import { useDeletion } from './useDeletion.ts'
import type { UndoResult } from './useUndo.ts'

/** How the deletion of many ended. */
export interface DeletionReport {
  /** Ids that are gone. */
  deleted: readonly string[]
  /** Ids that are still there, with the reason. */
  failed: Readonly<Record<string, ImagesErrorCode>>
}

/** All that `useMutation` returns for a list of ids, and what taking back needs. */
export type DeleteImagesResult = UseMutationResult<
  DeletionReport,
  ImagesError,
  readonly string[]
> &
  UndoResult

/**
 * Deletes many images with one request for each 500, or one by one where the backend has no bulk route. Those that the backend refuses come back into the lists and are
 * named in the result; they are values, not an exception.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { useDeleteImages } from 'react-cloudflare-images'
 *
 * function DeleteAll({ ids }: { ids: readonly string[] }) {
 *   const { mutate, isPending } = useDeleteImages()
 *   return (
 *     <button disabled={isPending} onClick={() => mutate(ids)}>
 *       Delete {ids.length} pictures
 *     </button>
 *   )
 * }
 * ```
 */
export function useDeleteImages(options: DeleteOptions = {}): DeleteImagesResult {
  return useDeletion(sendMany, options)
}

/** Sends many ids, as many at a time as the backend takes. */
export const sendMany: Sender<readonly string[], DeletionReport> = {
  undone: { deleted: [], failed: {} },
  send: async (api, ids, options) => {
    const deleted: string[] = []
    const failed: Record<string, ImagesErrorCode> = {}
    for (let start = 0; start < ids.length; start += limits.bulkDelete) {
      const part = ids.slice(start, start + limits.bulkDelete)
      try {
        const answer = await deletePart(api, part, options)
        deleted.push(...answer.deleted)
        for (const [id, code] of Object.entries(answer.failed ?? {})) {
          failed[id] = isErrorCode(code) ? code : 'server-error'
        }
      } catch (error) {
        // What went before is done and must be told; only where nothing is, the call as a whole has failed.
        if (deleted.length === 0 || !isImagesError(error)) throw error
        for (const id of part) failed[id] = error.code
      }
    }
    return { result: { deleted, failed }, deleted }
  },
}

/** One request for all, or one for each where the backend serves no more than single images. */
async function deletePart(
  api: ImagesApi,
  ids: readonly string[],
  options: CallOptions,
): Promise<{ deleted: readonly string[]; failed: Readonly<Record<string, string>> }> {
  try {
    return await api.deleteMany(ids, options)
  } catch (error) {
    if (!isImagesError(error) || error.code !== 'endpoint-not-found') throw error
  }
  const deleted: string[] = []
  const failed: Record<string, string> = {}
  for (const id of ids) {
    try {
      await api.delete(id, options)
      deleted.push(id)
    } catch (error) {
      failed[id] = isImagesError(error) ? error.code : 'server-error'
    }
  }
  return { deleted, failed }
}
