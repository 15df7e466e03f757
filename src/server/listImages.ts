import type { ImagePage } from '../api/CloudflareImage.ts'
import { backendLimits as limits } from '../api/backendLimits.ts'
import { createImageUrls, variantNames } from './createImageUrls.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { ListQuery } from './ImagesClient.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { invalidRequest } from './invalidRequest.ts'
import { toClientImage } from './toClientImage.ts'

/** A page of the user's images: one call to Cloudflare, signed URLs included. */
export async function listImages<TUser extends ImagesUser>(
  call: HandlerCall<TUser>,
): Promise<ImagePage> {
  const { query, user, options, signal } = call
  const { images, can, filterable } = options
  const names = variantNames(query.get('urls'))
  const everybodys = await can?.(user, 'list')
  const page = await images.list({
    limit: limitOf(query.get('limit')),
    sort: sortOf(query.get('sort')),
    meta: filtersOf(query, filterable),
    cursor: query.get('cursor') || undefined,
    ...(!everybodys && { creator: user.id }),
    signal,
  })
  const { urlsOf } = createImageUrls(options)
  const shown: ImagePage['images'] = []
  for (const image of page.images) {
    const foreign = (image.creator ?? user.id) !== user.id
    if (everybodys || !foreign)
      shown.push(toClientImage(image, await urlsOf(image, names)))
  }
  return { images: shown, ...(page.cursor && { cursor: page.cursor }) }
}

function limitOf(text: string | null): number {
  const { min, max, default: usual } = limits.pageSize
  const limit = text === null ? usual : Number(text)
  if (Number.isInteger(limit) && limit >= min && limit <= max) return limit
  throw invalidRequest(`limit: must be a whole number from ${min} to ${max}.`)
}

function sortOf(text: string | null): ListQuery['sort'] {
  if (text === null || text === 'newest' || text === 'oldest') return text ?? 'newest'
  throw invalidRequest('sort: must be newest or oldest.')
}

/**
 * `meta.album[eq]=summer`, for the fields that the app allows: any other field might say what it should not. Which
 * operators there are is for Cloudflare to say.
 */
function filtersOf(
  query: URLSearchParams,
  allowed: readonly string[] = [],
): Record<string, string> {
  const filters: [string, string][] = []
  for (const [name, value] of query) {
    const [, filter, field = ''] = /^meta\.((.*)\[[\w:]+\]$|)/.exec(name) ?? []
    if (filter === undefined) continue
    if (!allowed.includes(field)) throw invalidRequest(`${name}: is no filter here.`)
    filters.push([filter, value])
  }
  return Object.fromEntries(filters)
}
