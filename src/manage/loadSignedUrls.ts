import type { ImagesApi } from '../api/ImagesApi.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { limits } from '../api/limits.ts'

/** Signed URLs of one image. */
export interface SignedUrls {
  /** The image's id. */
  id: string
  /** By variant name. */
  urls: Record<string, string>
  /** Until when they work, ISO 8601. */
  expiresAt: string
}

interface LoadOptions {
  variants: readonly string[]
  signal: AbortSignal
}

/** One image of which somebody wants the URLs. */
interface Wish {
  id: string
  signal: AbortSignal
  resolve: (signed: SignedUrls) => void
  reject: (error: unknown) => void
}

/** Wishes of this tick, by variants, for each backend. */
const waiting = new WeakMap<ImagesApi, Map<string, Wish[]>>()

/** Asks for the signed URLs of an image together with all others that are asked for in the same tick. */
export function loadSignedUrls(
  api: ImagesApi,
  id: string,
  { variants, signal }: LoadOptions,
): Promise<SignedUrls> {
  return new Promise((resolve, reject) => {
    const batches = waiting.get(api) ?? new Map<string, Wish[]>()
    waiting.set(api, batches)
    const key = variants.join()
    const batch = batches.get(key) ?? []
    batch.push({ id, signal, resolve, reject })
    if (batch.length > 1) return
    batches.set(key, batch)
    setTimeout(() => {
      batches.delete(key)
      for (let start = 0; start < batch.length; start += limits.signedUrls) {
        void send(api, variants, batch.slice(start, start + limits.signedUrls))
      }
    })
  })
}

async function send(
  api: ImagesApi,
  variants: readonly string[],
  wishes: readonly Wish[],
): Promise<void> {
  const wanted = wishes.filter(({ signal }) => !signal.aborted)
  if (wanted.length === 0) return
  try {
    const ids = [...new Set(wanted.map(({ id }) => id))]
    const { urls, expiresAt } = await api.signedUrls(ids, variants, {
      signal: allAborted(wanted),
    })
    for (const { id, resolve, reject } of wanted) {
      const found = urls[id]
      if (found) resolve({ id, urls: found, expiresAt })
      else
        reject(
          new ImagesError('not-found', `There is no image "${id}" to sign URLs for.`),
        )
    }
  } catch (error) {
    for (const { reject } of wanted) reject(error)
  }
}

/** Aborts once nobody waits any more. */
function allAborted(wishes: readonly Wish[]): AbortSignal {
  const controller = new AbortController()
  const check = () => {
    if (wishes.every(({ signal }) => signal.aborted)) controller.abort()
  }
  for (const { signal } of wishes) signal.addEventListener('abort', check, { once: true })
  return controller.signal
}
