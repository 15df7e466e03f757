'use client'
import { useQueries } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { isImagesError } from '../api/ImagesError.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import type { SignedUrls } from './loadSignedUrls.ts'
import { signedUrlsQueryOptions } from './signedUrlsQueryOptions.ts'
import { useManage } from './useManage.ts'

/** Signed URLs, as far as they have arrived. */
export interface SignedUrlsResult {
  /** By image id, then by variant name: what `signedUrls` of `ResponsiveImage` takes. */
  urls: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Whether some are still on their way. */
  isPending: boolean
  /** Why some could not be signed. */
  error: ImagesError | null
}

/**
 * Signed URLs of private images, renewed a minute before they expire.
 *
 * Images that are added later are asked for alone; all that components ask for in one tick is one request for each
 * hundred. A picture that has loaded keeps the URL that it has.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { ResponsiveImage, useSignedUrls } from 'react-cloudflare-images'
 * import type { CloudflareImage } from 'react-cloudflare-images'
 *
 * function PrivatePhoto({ image }: { image: CloudflareImage }) {
 *   const { urls } = useSignedUrls([image.id], ['small', 'large'])
 *   const signedUrls = urls[image.id]
 *   return signedUrls ? <ResponsiveImage image={image} signedUrls={signedUrls} alt="" /> : null
 * }
 * ```
 */
export function useSignedUrls(
  ids: readonly string[],
  variants: readonly string[],
): SignedUrlsResult {
  const { api, queryClient } = useManage()
  const queries = [...new Set(ids)].map((id) => signedUrlsQueryOptions(api, id, variants))
  return useQueries({ queries, combine }, queryClient)
}

const combine = (
  results: readonly UseQueryResult<SignedUrls, Error>[],
): SignedUrlsResult => ({
  urls: Object.fromEntries(
    results.flatMap(({ data }) => (data ? [[data.id, data.urls]] : [])),
  ),
  isPending: results.some(({ isPending }) => isPending),
  error: results.map(({ error }) => error).find(isImagesError) ?? null,
})
