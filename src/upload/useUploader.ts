'use client'
import { use, useEffect, useLayoutEffect, useState } from 'react'
import { createUploader } from './createUploader.ts'
import { pageRegistry } from './pageRegistry.ts'
import { noBackend } from './noBackend.ts'
import { UploadContext } from './UploadContext.ts'
import type { Uploader } from './Uploader.ts'
import type { UploadOptions } from './UploadOptions.ts'

/**
 * An uploader of this component: made once, given the options of each render, known to the provider, and ended when
 * the component goes.
 *
 * @throws ImagesError `no-provider` where there is no backend
 */
export function useUploader(options: UploadOptions): Uploader {
  const { api, registry = pageRegistry } = use(UploadContext)
  const { endpoint, requestUpload } = options
  const ownBackend = options.api ?? endpoint ?? requestUpload
  if (!ownBackend && !api) throw noBackend()
  const all = ownBackend ? options : { ...options, api }
  const [uploader] = useState(() => createUploader(all))
  useLayoutEffect(() => uploader.setOptions(all))
  useEffect(() => {
    const leave = registry.add(uploader)
    return uploader.hold(leave)
  }, [uploader, registry])
  return uploader
}
