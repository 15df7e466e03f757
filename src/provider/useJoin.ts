'use client'
import { use, useEffect } from 'react'
import { forgetImages } from '../manage/forgetImages.ts'
import { insertImage } from '../manage/insertImage.ts'
import { BackendContext } from './BackendContext.ts'
import type { Backend } from './BackendContext.ts'
import { openTabs } from './openTabs.ts'
import { watchDeletions } from './watchDeletions.ts'

/**
 * Makes uploads and lists one thing, here and in the other tabs of this browser: what is stored comes into the lists,
 * what is deleted goes out of them.
 */
export function useJoin(backend: Backend): void {
  const above = use(BackendContext)
  const isJoined = above?.registry === backend.registry
  useEffect(() => {
    if (isJoined) return
    const { api, queryClient, registry } = backend
    const lists = { api, queryClient }
    const tabs = openTabs(api.endpoint, {
      onStored: async (id) => insertImage(lists, await api.get(id)),
      onDeleted: (ids) => forgetImages(lists, ids),
    })
    const known = new Set(stored(backend).map(({ id }) => id))
    const stopUploads = registry.subscribe(() => {
      for (const { id, image } of stored(backend)) {
        if (known.has(id)) continue
        known.add(id)
        insertImage(lists, image)
        tabs.tellStored(image.id)
      }
    })
    const stopDeletions = watchDeletions(lists, tabs.tellDeleted)
    return () => {
      stopUploads()
      stopDeletions()
      tabs.close()
    }
  }, [isJoined, backend])
}

const stored = ({ registry }: Backend) =>
  registry.getUploads().filter((upload) => upload.status === 'success')
