import type { TransformResult } from './Transformer.ts'

/** A transformed picture, ready to be delivered. */
export interface Transformed extends TransformResult {
  /** Names these very bytes. */
  etag: string
}

/** What a cached picture is known by. */
interface TransformKey {
  /** The image, by which it is purged. */
  imageId: string
  /** Everything else that its bytes depend on. */
  recipe: string
}

/** Pictures that were transformed already. */
export interface TransformCache {
  /** The picture, from memory or freshly made; it is made once, however many ask at the same time. */
  readonly get: (
    key: TransformKey,
    make: () => Promise<TransformResult>,
  ) => Promise<Transformed>
  /** Forgets the pictures of one image, or all. */
  readonly purge: (imageId?: string) => void
}

/** How much is kept, and how much is made at once. */
export interface TransformCacheOptions {
  /** Bytes of pictures kept; the least recently used go first. @default 64 MiB */
  maxBytes?: number | undefined
  /** Transforms that run at the same time; each may hold a decoded picture. @default 4 */
  maxRunning?: number | undefined
}

/** Makes a cache that is bounded in bytes. */
export function createTransformCache({
  maxBytes = 64 * 2 ** 20,
  maxRunning = 4,
}: TransformCacheOptions = {}): TransformCache {
  const kept = new Map<string, Map<string, Transformed>>()
  const order = new Map<Transformed, readonly [imageId: string, recipe: string]>()
  const making = new Map<string, Promise<Transformed>>()
  const enter = gate(maxRunning)
  let bytes = 0
  let purges = 0

  const forget = (picture: Transformed) => {
    const [imageId, recipe] = order.get(picture) ?? ['', '']
    const pictures = kept.get(imageId)
    order.delete(picture)
    pictures?.delete(recipe)
    if (pictures?.size === 0) kept.delete(imageId)
    bytes -= picture.bytes.length
  }

  const keep = ({ imageId, recipe }: TransformKey, picture: Transformed) => {
    if (picture.bytes.length > maxBytes) return
    const pictures = kept.get(imageId) ?? new Map<string, Transformed>()
    kept.set(imageId, pictures.set(recipe, picture))
    order.set(picture, [imageId, recipe])
    bytes += picture.bytes.length
    for (const oldest of order.keys()) {
      if (bytes <= maxBytes) break
      forget(oldest)
    }
  }

  const create = async (key: TransformKey, make: () => Promise<TransformResult>) => {
    const before = purges
    const made = await enter(make)
    const picture = { ...made, etag: await etagOf(made.bytes) }
    if (purges === before) keep(key, picture) // else it may show what is gone
    return picture
  }

  return {
    get: async (key, make) => {
      const hit = kept.get(key.imageId)?.get(key.recipe)
      if (hit) {
        const place = order.get(hit)
        order.delete(hit)
        if (place) order.set(hit, place)
        return hit
      }
      const name = `${key.imageId}\n${key.recipe}`
      const running = making.get(name)
      if (running) return running
      const started = create(key, make).finally(() => making.delete(name))
      making.set(name, started)
      return started
    },
    purge: (imageId) => {
      purges += 1
      for (const [picture, [owner]] of order) {
        if (imageId === undefined || owner === imageId) forget(picture)
      }
    },
  }
}

/** Lets so many pass at once; the others wait in a row. */
const gate = (width: number) => {
  const waiting: (() => void)[] = []
  let inside = 0
  return async <TResult>(work: () => Promise<TResult>): Promise<TResult> => {
    if (inside >= width) await new Promise<void>((resolve) => waiting.push(resolve))
    else inside += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else inside -= 1
    }
  }
}

/** [doc troubleshooting] Cloudflare's begin with `cf-`. */
const etagOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return `"cf-${Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`
}
