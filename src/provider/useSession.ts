'use client'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { imageKeys } from '../manage/imageKeys.ts'
import type { Backend } from './BackendContext.ts'

/**
 * Aborts and forgets what belongs to the last session when `session` changes; what is on the page is fetched anew.
 *
 * @returns a number that grows each time, so that everything below renders again before the next paint: not for one
 *   frame does a visitor see the pictures of the one before
 */
export function useSession(
  session: string | number | null | undefined,
  backend: Backend,
): number {
  const [generation, setGeneration] = useState(0)
  const last = useRef(session)
  useLayoutEffect(() => {
    if (last.current === session) return
    last.current = session
    forget(backend)
    setGeneration((count) => count + 1)
  }, [session, backend])
  // Only now do the queries below know of a new `api`: effects run from the inside out.
  const { api, queryClient } = backend
  const asked = useRef(0)
  useEffect(() => {
    if (asked.current === generation) return
    asked.current = generation
    void queryClient.refetchQueries({ queryKey: imageKeys.all(api), type: 'active' })
  }, [generation, api, queryClient])
  return generation
}

function forget({ api, queryClient, undoWindows, registry }: Backend): void {
  registry.reset()
  undoWindows.undo()
  const mine = imageKeys.all(api)
  const mutations = queryClient.getMutationCache()
  for (const mutation of mutations.findAll({ mutationKey: mine }))
    mutations.remove(mutation)
  void queryClient.cancelQueries({ queryKey: mine })
  queryClient.removeQueries({ queryKey: mine, type: 'inactive' })
  for (const query of queryClient.getQueryCache().findAll({ queryKey: mine }))
    query.reset()
}
