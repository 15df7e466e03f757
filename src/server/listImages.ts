import type { ImagePage } from '../api/CloudflareImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { limits } from '../api/limits.ts'
import { createImageUrls, variantNames } from './createImageUrls.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { ListQuery } from './ImagesClient.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { toClientImage } from './toClientImage.ts'

/** A page of the user's images: one call to Cloudflare, signed URLs included. */
export async function listImages<TUser extends ImagesUser>(
  call: HandlerCall<TUser>,
): Promise<ImagePage> {
  const { query, user, options, request } = call
  const { images, can, filterable } = options
  const names = variantNames(query.get('urls'))
  const { pageSize } = limits
  const everybodys = await can?.(user, 'list')
  const page = await images.list({
    limit: wholeNumber(query.get('limit') ?? String(pageSize.default), pageSize),
    sort: sortOf(query.get('sort') ?? 'newest'),
    meta: filtersOf(query, filterable),
    cursor: query.get('cursor') || undefined,
    ...(!everybodys && { creator: user.id }),
    signal: request.signal,
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

function wholeNumber(text: string, { min, max }: { min: number; max: number }): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= min && value <= max) return value
  throw invalid(`limit: must be a whole number from ${min} to ${max}.`)
}

function sortOf(text: string): ListQuery['sort'] {
  if (text === 'newest' || text === 'oldest') return text
  throw invalid('sort: must be newest or oldest.')
}

/** `meta.album[eq]=summer`, for the fields that the app allows; any other field might say what it should not. */
function filtersOf(
  query: URLSearchParams,
  allowed: readonly string[] = [],
): Record<string, string> {
  const filters: [string, string][] = []
  for (const [name, value] of query) {
    if (!name.startsWith('meta.')) continue
    const [, field = '', list] = pattern.exec(name) ?? []
    if (!allowed.includes(field)) throw invalid(`${name}: is no filter of this backend.`)
    if (list && value.split('|').length > limits.filterValues) {
      throw invalid(`${name}: takes at most ${limits.filterValues} values.`)
    }
    filters.push([name.slice('meta.'.length), value])
  }
  if (filters.length > limits.filters) throw invalid(`At most ${limits.filters} filters.`)
  return Object.fromEntries(filters)
}

/** @see https://developers.cloudflare.com/api/resources/images/subresources/v2/methods/list/ */
const pattern =
  /^meta\.([\w.]+)\[(?:eq(?::string|:number|:boolean)?|[gl]te?(?::number)?|(in)(?::string|:number)?)\]$/

function invalid(message: string): ImagesError {
  return new ImagesError('invalid-request', message)
}
