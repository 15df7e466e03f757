import type { MutationOptions } from '@tanstack/react-query'
import type { CallOptions } from '../api/ImagesApi.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { forgetImages } from './forgetImages.ts'
import { imageKeys } from './imageKeys.ts'
import type { ManageContextValue } from './ManageContext.ts'
import { retryPolicy } from './retryPolicy.ts'

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

/** The machine behind every deletion: hide, wait, send, patch the lists. */
export function deletionOptions<TIds extends string | readonly string[], TResult>(
  { api, queryClient, undoWindows }: ManageContextValue,
  { send, undone, undo = false }: Sender<TIds, TResult> & DeleteOptions,
): MutationOptions<TResult, ImagesError, TIds> {
  const milliseconds = undo === true ? 8_000 : Number(undo)
  return {
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
  }
}
