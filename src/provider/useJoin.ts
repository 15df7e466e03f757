'use client'
import { useEffect } from 'react'
import { insertImage } from '../manage/insertImage.ts'
import type { Backend } from './BackendContext.ts'
import type { UploadRegistry } from '../upload/UploadRegistry.ts'

/** Puts every picture that is uploaded into the lists, as soon as it is stored. */
export function useJoin({ registry, api, queryClient }: Backend): void {
  useEffect(() => {
    const known = new Set(stored(registry).map(({ id }) => id))
    return registry.subscribe(() => {
      for (const { id, image } of stored(registry)) {
        if (known.has(id)) continue
        known.add(id)
        insertImage({ api, queryClient }, image)
      }
    })
  }, [registry, api, queryClient])
}

const stored = (registry: UploadRegistry) =>
  registry.getUploads().filter((upload) => upload.status === 'success')
