import type { EmulatorContext } from './EmulatorContext.ts'
import { Refusal } from './Refusal.ts'

/**
 * Checks who calls the API: a bearer token, or the older pair of key and e-mail address.
 *
 * The beta of 2021 knew no tokens. Any token will do unless some were given to the emulator.
 *
 * @throws Refusal 10000; with 403 for a token that may only read. [inf] for the status
 */
export function authenticate(
  { headers, method }: Request,
  {
    tokens,
    rateLimits,
    legacy,
  }: Pick<EmulatorContext, 'tokens' | 'rateLimits' | 'legacy'>,
): void {
  const token = (legacy ? undefined : bearerToken(headers)) ?? legacyKey(headers)
  if (!token) throw new Refusal(10_000)
  rateLimits.api.count('the account') // [doc] for all tokens together
  if (tokens === undefined) return
  const granted = tokens.get(token)
  if (granted === undefined) throw new Refusal(10_000)
  if (method !== 'GET' && granted === 'read') throw new Refusal(10_000, { status: 403 })
}

/** Checks the token of a call of the batch host: only one that `batch_token` gave is good. @throws Refusal 10000 */
export async function authenticateBatch(
  { headers }: Request,
  { account, now, rateLimits }: Pick<EmulatorContext, 'account' | 'now' | 'rateLimits'>,
): Promise<void> {
  const token = bearerToken(headers)
  const { batchTokens } = await account.read()
  const known = batchTokens.find((batch) => batch.token === token)
  if (!known || Date.parse(known.expiresAt) <= now()) throw new Refusal(10_000)
  rateLimits.batch.count(known.token) // [doc images-batch] for each token
}

/** The token of a request that has one. */
const bearerToken = (headers: Headers) =>
  /^Bearer\s+(\S+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1]

const legacyKey = (headers: Headers) =>
  headers.get('x-auth-email') ? (headers.get('x-auth-key') ?? undefined) : undefined
