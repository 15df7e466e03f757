import type { ImagesHandlerOptions, ImagesUser } from './ImagesHandlerOptions.ts'

/** On whose behalf Cloudflare is asked. */
export interface ActingUser<TUser extends ImagesUser> {
  user: TUser
  options: ImagesHandlerOptions<TUser>
  /** Aborts when the caller hangs up. */
  signal?: AbortSignal | undefined
}

/** One call of our protocol, by somebody who is known. */
export interface HandlerCall<TUser extends ImagesUser> extends ActingUser<TUser> {
  request: Request
  query: URLSearchParams
  /** The id or name in the path, decoded; empty where the route has none. */
  parameter: string
}
