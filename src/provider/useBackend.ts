'use client'
import { QueryClient, QueryClientContext } from '@tanstack/react-query'
import { use, useEffect, useMemo, useState } from 'react'
import { createImagesApi } from '../api/createImagesApi.ts'
import type { ImagesApi } from '../api/ImagesApi.ts'
import { createUndoWindows } from '../manage/createUndoWindows.ts'
import { createUploadRegistry } from '../upload/createUploadRegistry.ts'
import { BackendContext } from './BackendContext.ts'
import type { Backend } from './BackendContext.ts'
import { createPending } from './createPending.tsx'

interface BackendOptions {
  api: ImagesApi | undefined
  endpoint: string | undefined
  queryClient: QueryClient | undefined
}

/** The backend that a provider's props name; where they name none, the one above, else the default one. */
export function useBackend({
  api: given,
  endpoint,
  queryClient: givenClient,
}: BackendOptions): Backend {
  const above = use(BackendContext)
  const appClient = use(QueryClientContext)
  const [own] = useState(createOwn)
  const queryClient = givenClient ?? above?.queryClient ?? appClient ?? own.queryClient
  // A mounted client hears of focus and network; each place that uses one counts as a mount.
  useEffect(() => {
    queryClient.mount()
    return () => queryClient.unmount()
  }, [queryClient])

  const isNamed = given !== undefined || endpoint !== undefined
  return useMemo(() => {
    if (above && !isNamed) return { ...above, queryClient }
    return { ...own, api: given ?? createImagesApi({ endpoint }), queryClient }
  }, [above, isNamed, own, given, endpoint, queryClient])
}

function createOwn() {
  const registry = createUploadRegistry()
  return {
    queryClient: new QueryClient(),
    undoWindows: createUndoWindows(),
    registry,
    pending: createPending(registry),
  }
}
