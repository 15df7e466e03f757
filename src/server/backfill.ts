import type { ImageFacts } from '../api/ImageFacts.ts'
import { ImagesError, isImagesError } from '../api/ImagesError.ts'
import { backendLimits as limits } from '../api/backendLimits.ts'
import { parseImageFacts, readImageFacts } from '../api/readImageFacts.ts'
import type { Delivery } from '../url/Delivery.ts'
import { deliveryUrl } from '../url/deliveryUrl.ts'
import { joinMetadata } from './checkMetadata.ts'
import type { HostedImagesClient, ListQuery } from './ImagesClient.ts'
import { inParallel } from './inParallel.ts'

/** How images that are there already get their facts. */
export interface BackfillOptions extends Pick<ListQuery, 'creator' | 'meta' | 'signal'> {
  /** Where the images are delivered; flexible variants must be enabled. */
  delivery: Delivery
  /** Only counts, and says what it would cost. @default false */
  dryRun?: boolean | undefined
  /** Makes colour and thumbhash of a small picture, 64 pixels wide at most. @default no placeholders, and no delivery for them */
  placeholder?:
    | ((picture: Response) => Promise<Pick<ImageFacts, 'c' | 't' | 'a'>>)
    | undefined
  /** Is told what will be done before it is. @default console.log */
  log?: ((line: string) => unknown) | undefined
  /** @default the global `fetch` */
  fetch?: typeof globalThis.fetch | undefined
}

/** What a backfill found, costs and did. */
export interface BackfillResult {
  /** Images without facts. */
  missing: number
  /** Private images among them: their size cannot be asked for, and they are left as they are. */
  private: number
  /** US dollars for what is delivered, at one for 100,000. */
  cost: number
  /** Images that have facts now. */
  written: number
  /** Why others have none, by id. A later run tries them again. */
  failed: Readonly<Record<string, ImagesError>>
}

/**
 * Notes width, height and, where asked, a placeholder of images that came without: one small delivery for the size, one
 * for the placeholder, two calls of the API. What has facts is left alone, so a run that broke off can be repeated.
 *
 * @example
 * ```ts
 * import { backfill, cloudflareApi } from 'react-cloudflare-images/server'
 * import { defineDelivery } from 'react-cloudflare-images/url'
 *
 * const images = cloudflareApi({ accountId: '0123456789abcdef0123456789abcdef', apiToken: 'token', batch: true })
 * const delivery = defineDelivery({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })
 * const { missing, cost } = await backfill(images, { delivery, dryRun: true })
 * ```
 * @see https://developers.cloudflare.com/images/pricing/
 */
export async function backfill(
  images: HostedImagesClient,
  {
    delivery,
    dryRun = false,
    placeholder,
    log = console.log,
    fetch = globalThis.fetch,
    signal,
    ...query
  }: BackfillOptions,
): Promise<BackfillResult> {
  const ids: string[] = []
  let hidden = 0
  for await (const image of images.listAll({ ...query, limit: limits.perPage, signal })) {
    if (readImageFacts(image)) continue
    if (image.requireSignedURLs) hidden++
    else ids.push(image.id)
  }
  const deliveries = ids.length * (placeholder ? 2 : 1)
  const cost = deliveries / 100_000
  await log(
    `${ids.length + hidden} images have no facts, ${hidden} of them private. ${deliveries} deliveries for $${cost.toFixed(5)}, ${ids.length * 2} calls.`,
  )
  const failed = new Map<string, ImagesError>()
  const result = () => ({
    missing: ids.length + hidden,
    private: hidden,
    cost,
    written: dryRun ? 0 : ids.length - failed.size,
    failed: Object.fromEntries(failed),
  })
  if (dryRun) return result()

  const deliver = async (id: string, options: { format: 'json' } | { width: number }) => {
    const response = await fetch(deliveryUrl(delivery, id, options), {
      signal: signal ?? null,
    })
    if (response.ok) return response
    throw new ImagesError('bad-response', `${id} was delivered with ${response.status}.`)
  }

  await inParallel(ids, async (id) => {
    try {
      const sides = (await (await deliver(id, { format: 'json' })).json()) as Sides // checked by parseImageFacts
      const look = placeholder && (await placeholder(await deliver(id, { width: 64 })))
      const { meta = {} } = await images.get(id, { signal })
      const { rci, ...own } = meta
      const known = { ...(rci as object), w: sides.width, h: sides.height, ...look } // spreading anything else gives nothing of use
      const facts = parseImageFacts(known)
      if (!facts) throw new ImagesError('bad-response', `The size of ${id} is unknown.`)
      await images.update(id, { metadata: joinMetadata(own, facts) }, { signal })
    } catch (error) {
      const isOurs = isImagesError(error)
      failed.set(
        id,
        isOurs ? error : new ImagesError('network', `${id} failed.`, { cause: error }),
      )
    }
  })
  return result()
}

interface Sides {
  width?: number
  height?: number
}
