import type { ImagesHandlerOptions, ImagesUser } from './ImagesHandlerOptions.ts'

/** One call of our protocol, by somebody who is known. */
export interface HandlerCall<TUser extends ImagesUser> {
  request: Request
  query: URLSearchParams
  /** The id or name in the path, decoded; empty where the route has none. */
  parameter: string
  user: TUser
  options: ImagesHandlerOptions<TUser>
}
