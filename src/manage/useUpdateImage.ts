'use client'
import { useMutation } from '@tanstack/react-query'
import type { UseMutationResult } from '@tanstack/react-query'
import type { CloudflareImage, ImageFilters, ImagePatch } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { imageKeys } from './imageKeys.ts'
import type { ImageListKey } from './imageKeys.ts'
import { matchesFilters } from './matchesFilters.ts'
import { mapImages, patchLists } from './patchLists.ts'
import type { Lists } from './patchLists.ts'
import { retryPolicy } from './retryPolicy.ts'
import { useManage } from './useManage.ts'

/** Which image changes, and how: a field that is absent stays, one that is null goes. */
export interface ImageUpdate extends ImagePatch {
  id: string
}

/** All that `useMutation` returns; the data is the image as it is now. */
export type UpdateImageResult = UseMutationResult<
  CloudflareImage,
  ImagesError,
  ImageUpdate
>

/**
 * Changes the words, the focal point, the metadata or the access of an image, and every list that shows it.
 *
 * Making an image private may give it a new id, which is in the answer; keep that one. Browsers and caches may keep
 * showing a copy of what was public until its time to live is over, two days unless the variant says otherwise.
 *
 * @see https://developers.cloudflare.com/images/manage-images/serve-images/serve-private-images/
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { useUpdateImage } from 'react-cloudflare-images'
 *
 * function AltField({ id, alt }: { id: string; alt: string }) {
 *   const { mutate } = useUpdateImage()
 *   return <input defaultValue={alt} onBlur={(event) => mutate({ id, alt: event.target.value })} />
 * }
 * ```
 */
export function useUpdateImage(): UpdateImageResult {
  const { api, queryClient } = useManage()
  return useMutation<CloudflareImage, ImagesError, ImageUpdate>(
    {
      mutationKey: imageKeys.update(api),
      // One after the other: of two changes on their way at once, either might be the last.
      scope: { id: imageKeys.update(api).join(' ') },
      mutationFn: ({ id, ...patch }) => api.update(id, patch),
      onSuccess: (image, update) => updateCache({ api, queryClient }, { image, update }),
      ...retryPolicy,
    },
    queryClient,
  )
}

interface Change {
  image: CloudflareImage
  update: ImageUpdate
}

function updateCache(lists: Lists, { image, update }: Change): void {
  const { api, queryClient } = lists
  patchLists(lists, (list, filters) =>
    mapImages(list, (each) => {
      if (each.id !== update.id) return each
      return matchesFilters(image, filters) ? merge(each, image) : undefined
    }),
  )
  queryClient.setQueriesData<CloudflareImage>(
    { queryKey: [...imageKeys.images(api), update.id] },
    (known) => known && merge(known, image),
  )
  queryClient.setQueryData(imageKeys.image(api, image.id), image)

  const { metadata, requireSignedURLs } = update
  const isOutdated = ({ meta, urls }: ImageFilters) =>
    (meta !== undefined && metadata !== undefined) ||
    (urls !== undefined && requireSignedURLs !== undefined)
  void queryClient.invalidateQueries({
    queryKey: imageKeys.lists(api),
    predicate: ({ queryKey }) => isOutdated((queryKey as ImageListKey)[3]), // all keys under `lists` are of this shape
  })
}

/** The new image with the URLs that were known of the old one, unless they no longer hold. */
function merge(known: CloudflareImage, image: CloudflareImage): CloudflareImage {
  const { id, requireSignedURLs, urls } = known
  const holds = id === image.id && requireSignedURLs === image.requireSignedURLs
  return holds && urls ? { ...image, urls: { ...urls, ...image.urls } } : image
}
