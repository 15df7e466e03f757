import { ImagesError } from '../api/ImagesError.ts'
import { cloudflareApi } from '../server/cloudflareApi.ts'
import type { ImagesClient } from '../server/ImagesClient.ts'

/** The environment variables of an account: those that the emulator prints, too. */
export type AccountEnv = Readonly<Record<string, string | undefined>>

/**
 * The account that the environment names.
 *
 * @throws `invalid-request` where a variable is missing.
 */
export function connect(env: AccountEnv): ImagesClient {
  const accountId = env['CLOUDFLARE_ACCOUNT_ID']
  const apiToken = env['CLOUDFLARE_API_TOKEN']
  const baseUrl = env['CLOUDFLARE_API_BASE_URL']
  const missing = Object.entries({
    CLOUDFLARE_ACCOUNT_ID: accountId,
    CLOUDFLARE_API_TOKEN: apiToken,
  }).flatMap(([name, value]) => (value ? [] : [name]))
  if (!accountId || !apiToken) {
    throw new ImagesError(
      'invalid-request',
      `${missing.join(' and ')} not set, so there is no account to ask. Both are in Cloudflare's dashboard under Images; a token needs Images Read and Images Write.`,
    )
  }
  return cloudflareApi({ accountId, apiToken, ...(baseUrl && { baseUrl }) })
}
