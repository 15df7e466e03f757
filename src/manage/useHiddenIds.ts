'use client'
import { useMutationState } from '@tanstack/react-query'
import { useMemo } from 'react'
import { imageKeys } from './imageKeys.ts'
import { useManage } from './useManage.ts'

/**
 * Ids of the images whose deletion is under way, wherever it was asked for.
 *
 * Hidden images are not taken out of the pages but left out of what is shown, so that a deletion that is undone or
 * fails needs no repair, however often the pages were fetched in between.
 */
export function useHiddenIds(): ReadonlySet<string> {
  const { api, queryClient } = useManage()
  const deletions = useMutationState<string | readonly string[] | undefined>(
    {
      filters: { mutationKey: imageKeys.deletion(api), status: 'pending' },
      select: ({ state }) => state.variables as string | readonly string[] | undefined, // as our own hooks gave it
    },
    queryClient,
  )
  return useMemo(() => new Set(deletions.flatMap((ids) => ids ?? [])), [deletions])
}
