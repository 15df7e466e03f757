/** Which account, where, and how it is called. */
interface AccountOptions {
  /** The account's id, 32 hex digits; neither the hash in delivery URLs nor the token. */
  accountId: string
  /** Where the API is; an emulator has its own. @default 'https://api.cloudflare.com/client/v4' */
  baseUrl?: string | undefined
  /** @default the global `fetch` */
  fetch?: typeof globalThis.fetch | undefined
  /**
   * Sends what it can through the batch host, which takes 200 calls per second where the API takes 1,200 in five
   * minutes. Give its origin where it is not Cloudflare's. A token that may not do this falls back to the API.
   *
   * @default false
   * @see https://developers.cloudflare.com/images/upload-images/images-batch/
   */
  batch?: boolean | string | undefined
}

/** An API token with the permissions Images Read and Images Write: the one to use. */
interface TokenOptions {
  apiToken: string
  apiKey?: undefined
  email?: undefined
}

/** The global key of an account's owner. It may do everything: prefer a token. */
interface KeyOptions {
  apiKey: string
  email: string
  apiToken?: undefined
}

/**
 * How `cloudflareApi` reaches an account.
 *
 * @see https://developers.cloudflare.com/fundamentals/api/get-started/create-token/
 */
export type CloudflareApiOptions = AccountOptions & (TokenOptions | KeyOptions)
