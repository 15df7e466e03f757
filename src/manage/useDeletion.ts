'use client'
import { useMutation } from '@tanstack/react-query'
import type { UseMutationResult } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { CallOptions } from '../api/ImagesApi.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { forgetImages } from './forgetImages.ts'
import { imageKeys } from './imageKeys.ts'
import type { ManageContextValue } from './ManageContext.ts'
import { retryPolicy } from './retryPolicy.ts'
import { useManage } from './useManage.ts'

/** How a deletion behaves. */
export interface DeleteOptions {
  /**
   * Milliseconds during which the deletion can be taken back; the images are hidden at once and the request is sent
   * when they are over, or when the page goes away. `true` is eight seconds.
   *
   * @default false
   */
  undo?: number | boolean | undefined
}

/** What taking back needs, beside all that `useMutation` returns. */
export interface UndoResult {
  /** Takes back the deletion of one image, or of all that still can be. */
  undo: (id?: string) => void
  /** Ids of the images whose deletion can still be taken back, oldest first. */
  undoable: readonly string[]
}

/** How ids are sent, and which of them are gone then. */
export interface Sender<TIds extends string | readonly string[], TResult> {
  send: (
    api: ManageContextValue['api'],
    ids: TIds,
    options: CallOptions,
  ) => Promise<{ result: TResult; deleted: readonly string[] }>
  /** What the mutation gives where the deletion was taken back. */
  undone: TResult
}

/** The machine behind `useDeleteImage` and `useDeleteImages`: hide, wait, send, patch the lists. */
export function useDeletion<TIds extends string | readonly string[], TResult>(
  { send, undone }: Sender<TIds, TResult>,
  { undo = false }: DeleteOptions,
): UseMutationResult<TResult, ImagesError, TIds> & UndoResult {
  const { api, queryClient, undoWindows } = useManage()
  const milliseconds = undo === true ? 8_000 : Number(undo)
  const undoable = useSyncExternalStore(
    undoWindows.subscribe,
    undoWindows.getSnapshot,
    undoWindows.getSnapshot,
  )
  const mutation = useMutation<TResult, ImagesError, TIds>(
    {
      mutationKey: imageKeys.deletion(api),
      // Waiting needs no network; a request that finds none is sent again when it is back.
      networkMode: 'offlineFirst',
      mutationFn: async (given) => {
        const ids = [given].flat()
        const outcome =
          milliseconds > 0 ? await undoWindows.hold(ids, milliseconds) : 'elapsed'
        if (outcome === 'undone') return undone
        const { result, deleted } = await send(api, given, {
          keepalive: outcome === 'leaving',
        })
        forgetImages({ api, queryClient }, deleted)
        return result
      },
      onSettled: (_result, _error, given) => undoWindows.release([given].flat()),
      ...retryPolicy,
    },
    queryClient,
  )
  return { ...mutation, undo: undoWindows.undo, undoable }
}
