import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { imageKeys } from './imageKeys.ts'
import type { ImagePages } from './imageListQueryOptions.ts'
import type { ManageContextValue } from './ManageContext.ts'

/** The image as some list already knows it, so that a page about it need not begin empty. */
export function findInLists(
  { api, queryClient }: Pick<ManageContextValue, 'api' | 'queryClient'>,
  id: string,
): CloudflareImage | undefined {
  const lists = queryClient.getQueriesData<ImagePages>({ queryKey: imageKeys.lists(api) })
  for (const [, list] of lists) {
    for (const page of list?.pages ?? []) {
      const image = page.images.find((each) => each.id === id)
      if (image) return image
    }
  }
  return undefined
}
