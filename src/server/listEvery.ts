import type { HostedImage } from '../api/HostedImage.ts'
import type { ImageList, ListQuery } from './ImagesClient.ts'

/** Every image of every page; the next page is asked for when it is needed. */
export async function* listEvery(
  list: (query: ListQuery) => Promise<ImageList>,
  query: ListQuery = {},
): AsyncGenerator<HostedImage, void, undefined> {
  let cursor = query.cursor
  do {
    const page = await list({ ...query, cursor })
    yield* page.images
    cursor = page.cursor
  } while (cursor !== undefined)
}
