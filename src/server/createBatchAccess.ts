import type { BatchToken } from '../api/HostedImage.ts'
import { isImagesError } from '../api/ImagesError.ts'
import type { Access } from './createCloudflareCall.ts'
import { remember } from './remember.ts'
import { sleep } from './sleep.ts'

/** Milliseconds between two calls: 200 in a second are allowed, and the way there pushes some of them together. */
const spacing = 6
/** Milliseconds before its end that a token is no longer used. */
const margin = 30_000
/** Milliseconds until a token is asked for again that could not be had. */
const pause = 300_000

/** The batch host, for as long as the account's token allows it. */
export interface BatchAccess {
  /** When it is this call's turn: where it goes, or undefined where the batch host cannot be used. */
  get: () => Promise<Access | undefined>
  /** Forgets a token that was refused. True where the call deserves another one. */
  renews: (error: unknown) => boolean
}

/**
 * Keeps a batch token fresh and its calls apart.
 *
 * @see https://developers.cloudflare.com/images/upload-images/images-batch/
 */
export function createBatchAccess(
  batch: boolean | string,
  fetchToken: () => Promise<BatchToken>,
): BatchAccess {
  const url = typeof batch === 'string' ? batch : 'https://batch.imagedelivery.net'
  let turn = 0
  let last = 0
  const token = remember(async () => {
    const got = await fetchToken().catch(() => undefined) // then the API itself is asked
    const ends = Date.parse(got?.expiresAt ?? '') || Date.now() + pause
    return { value: got?.token, until: ends - margin }
  })

  return {
    get: async () => {
      const value = await token.get()
      if (value === undefined) return undefined
      const mine = Math.max(Date.now(), turn + spacing)
      turn = mine
      // Where timers came late, several turns have come at once: they go one by one all the same.
      while (Date.now() < Math.max(mine, last + spacing)) {
        await sleep(Math.max(mine, last + spacing) - Date.now())
      }
      last = Date.now()
      return {
        url: url.replace(/\/+$/, ''),
        headers: { authorization: `Bearer ${value}` },
      }
    },
    renews: (error) => {
      const refused = isImagesError(error) && error.status === 401
      if (refused) token.forget()
      return refused
    },
  }
}
