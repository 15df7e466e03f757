'use client'
import { use, useCallback, useSyncExternalStore } from 'react'
import { pageRegistry } from './pageRegistry.ts'
import type { Upload } from './Upload.ts'
import { UploadContext } from './UploadContext.ts'

/**
 * One upload as it is now, bytes included; the component that calls it renders alone as they move.
 *
 * Finds every upload below the same provider, or of the page where there is none. Undefined once it was removed.
 *
 * @example
 * ```tsx
 * import { useUpload } from 'react-cloudflare-images'
 *
 * export function Row({ id }: { id: string }) {
 *   const upload = useUpload(id)
 *   return upload?.status === 'uploading' ? <progress value={upload.progress} /> : <>{upload?.status}</>
 * }
 * ```
 */
export function useUpload(id: string): Upload | undefined {
  const { registry = pageRegistry } = use(UploadContext)
  const get = useCallback(() => registry.getUpload(id), [registry, id])
  return useSyncExternalStore(registry.subscribe, get, get)
}
