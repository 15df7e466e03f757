'use client'
import { useMutation } from '@tanstack/react-query'
import type { UseMutationResult } from '@tanstack/react-query'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { imageKeys } from './imageKeys.ts'
import { insertImage } from './insertImage.ts'
import { useManage } from './useManage.ts'

/** What is imported. */
export interface ImageImport {
  /** Where Cloudflare fetches the picture; it must be reachable from the internet. */
  url: string
  /** Sent to the backend, which decides what to keep. */
  metadata?: Record<string, unknown> | undefined
}

/**
 * Has Cloudflare fetch a picture from a URL, and puts it into the lists. It is never repeated by itself, since a call
 * that seemed to fail may have stored the picture.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { useImportImage } from 'react-cloudflare-images'
 *
 * function ImportButton({ url }: { url: string }) {
 *   const { mutate, isPending } = useImportImage()
 *   return (
 *     <button disabled={isPending} onClick={() => mutate({ url })}>
 *       Import
 *     </button>
 *   )
 * }
 * ```
 */
export function useImportImage(): UseMutationResult<
  CloudflareImage,
  ImagesError,
  ImageImport
> {
  const { api, queryClient } = useManage()
  return useMutation<CloudflareImage, ImagesError, ImageImport>(
    {
      mutationKey: imageKeys.import(api),
      mutationFn: (request) => api.import(request),
      onSuccess: (image) => insertImage({ api, queryClient }, image),
    },
    queryClient,
  )
}
