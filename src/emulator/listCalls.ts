import { limits } from '../api/limits.ts'
import type { ApiCall, ApiHandlers } from './ApiCall.ts'
import { successAnswer } from './successAnswer.ts'
import { describeImages } from './describeImages.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import { isExpired } from './findImage.ts'
import { readMetadataFilter } from './metadataFilter.ts'
import { Refusal } from './Refusal.ts'
import type { StoredImage } from './Store.ts'

/**
 * The two lists. Drafts are in neither. [doc direct-creator-upload]
 *
 * @see https://developers.cloudflare.com/api/resources/images/subresources/v2/methods/list/
 */
export const listCalls: ApiHandlers<'list' | 'listV1'> = {
  list: async (call) => {
    const { search } = call
    // The schema says 10 to 10,000 and the text up to 1,000 a page [spec-0727]; 1 works too [obs].
    const perPage = Math.min(
      readCount(search, { name: 'per_page', usual: limits.perPage, max: 10_000 }),
      limits.perPage,
    )
    if (search.has('page') && call.context.fidelity.listPage === 'refused')
      throw new Refusal(5400, { reason: 'page is not valid' })
    const isWanted = readMetadataFilter(search)
    const direction = readDirection(search)
    const after = readToken(search.get('continuation_token'))
    const images = (await storedImages(call)).filter(
      (image) =>
        isWanted(image.meta) &&
        (after === undefined || direction * compare(image, after) > 0),
    )
    if (direction < 0) images.reverse()
    const page = images.slice(0, perPage)
    const last = images.length > perPage ? page.at(-1) : undefined
    const result = {
      images: await describeImages(page, call),
      continuation_token: last === undefined ? null : writeToken(last),
    }
    return successAnswer(
      result,
      search.has('page') ? ['page is ignored: use continuation_token'] : [],
    )
  },

  // [spec-2024] deprecated; newest first [inf]
  listV1: async (call) => {
    const page = readCount(call.search, {
      name: 'page',
      usual: 1,
      max: Number.MAX_SAFE_INTEGER,
    })
    const perPage = readCount(call.search, {
      name: 'per_page',
      usual: limits.perPage,
      max: 10_000,
    })
    const images = (await storedImages(call)).reverse()
    return successAnswer({
      images: await describeImages(
        images.slice((page - 1) * perPage, page * perPage),
        call,
      ),
    })
  },
}

const day = 24 * 60 * 60 * 1000

/** Images whose bytes arrived, oldest first, of the creator that is asked for; long expired drafts are swept out. */
const storedImages = async ({ search, context }: ApiCall): Promise<StoredImage[]> => {
  const all = await context.store.list()
  await sweep(all, context)
  const creator = search.get('creator')
  return oldestFirst(all).filter(
    (image) =>
      image.draftUntil === undefined &&
      // [spec-0727] an empty text asks for images without a creator
      (creator === null || (image.creator ?? '') === creator),
  )
}

/** Sorted once for as long as the store hands out the same list. */
const oldestFirst = (images: readonly StoredImage[]): readonly StoredImage[] => {
  const known = sorted.get(images)
  if (known) return known
  const ordered = [...images].sort(compare)
  sorted.set(images, ordered)
  return ordered
}

const sorted = new WeakMap<readonly StoredImage[], readonly StoredImage[]>()

/** A day after it expired, nobody waits any more for the 410 of an upload URL. */
const sweep = async (images: readonly StoredImage[], { store, now }: EmulatorContext) => {
  const yesterday = now() - day
  for (const image of images) {
    if (isExpired(image, yesterday)) await store.delete(image.id)
  }
}

type Position = Pick<StoredImage, 'uploaded' | 'id'>

const compare = (a: Position, b: Position) =>
  order(a.uploaded, b.uploaded) || order(a.id, b.id)

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** [spec-0727] newest first unless told otherwise */
const readDirection = (search: URLSearchParams) => {
  const direction = search.get('sort_order') ?? 'desc'
  if (direction === 'desc') return -1
  if (direction === 'asc') return 1
  throw new Refusal(5400, { reason: `sort_order must be asc or desc` }) // [inf]
}

const readCount = (
  search: URLSearchParams,
  { name, usual, max }: { name: string; usual: number; max: number },
) => {
  const text = search.get(name)
  if (text === null) return usual
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (count >= 1 && count <= max) return count
  throw new Refusal(5400, { reason: `${name} must be a whole number from 1 to ${max}` }) // [inf]
}

/** A page continues after an image, so what is uploaded or deleted meanwhile shifts nothing. */
const writeToken = ({ uploaded, id }: Position) =>
  btoa(encodeURIComponent(JSON.stringify([uploaded, id])))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const readToken = (token: string | null): Position | undefined => {
  if (token === null) return undefined
  try {
    const text = decodeURIComponent(atob(token.replaceAll('-', '+').replaceAll('_', '/')))
    const [uploaded, id] = JSON.parse(text) as [unknown, unknown]
    if (typeof uploaded === 'string' && typeof id === 'string') return { uploaded, id }
  } catch {
    // not one of ours
  }
  throw new Refusal(5400, { reason: 'continuation_token is not valid' }) // [inf]
}
