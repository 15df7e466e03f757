import { ImagesError } from '../api/ImagesError.ts'
import { defaultEndpoint, routes } from '../api/routes.ts'
import type { Route, RouteName } from '../api/routes.ts'
import { limits } from '../api/limits.ts'
import { accountCalls } from './accountCalls.ts'
import { anonymousUser } from './anonymousUser.ts'
import { answerFailure, failureOf } from './answerFailure.ts'
import { answerJson } from './answerJson.ts'
import { checkHandlerOptions } from './checkHandlerOptions.ts'
import { confirmImages } from './confirmImages.ts'
import { createOriginRules } from './createOriginRules.ts'
import { deleteImage } from './deleteImage.ts'
import { deleteImages } from './deleteImages.ts'
import { findByHash } from './findByHash.ts'
import { getImage } from './getImage.ts'
import type { HandlerCall } from './HandlerCall.ts'
import { identify } from './identify.ts'
import type {
  ImagesAction,
  ImagesHandlerOptions,
  ImagesUser,
} from './ImagesHandlerOptions.ts'
import { importImage } from './importImage.ts'
import { isUserId } from './isUserId.ts'
import { limitRate } from './limitRate.ts'
import { listImages } from './listImages.ts'
import { matchRoute } from './matchRoute.ts'
import { mintImage } from './mintImage.ts'
import { proxyImage } from './proxyImage.ts'
import { readIds } from './readIds.ts'
import { reportError } from './reportError.ts'
import type { Report } from './reportError.ts'
import { restoreImages } from './restoreImages.ts'
import { signImages } from './signImages.ts'
import { sweepImages } from './sweepImages.ts'
import type { SweepOptions } from './sweepImages.ts'
import { updateImage } from './updateImage.ts'

/** A backend for images: web-standard request in, response out. Never rejects. */
export interface ImagesHandler<TUser extends ImagesUser = ImagesUser> {
  (request: Request): Promise<Response>
  /** The handler itself under the names that Next.js looks for in a route file. */
  readonly GET: (request: Request) => Promise<Response>
  readonly POST: (request: Request) => Promise<Response>
  readonly PATCH: (request: Request) => Promise<Response>
  readonly DELETE: (request: Request) => Promise<Response>
  readonly OPTIONS: (request: Request) => Promise<Response>
  /** Notes that images are in use, for instance when the form that holds them is saved: see `sweep`. */
  readonly confirm: (user: TUser, ids: readonly string[]) => Promise<void>
  /** Gives images back that `softDelete` kept; rejects with `not-found` where one is gone, and restores the others. */
  readonly restore: (user: TUser, ids: readonly string[]) => Promise<void>
  /**
   * Deletes for good what was marked as pending and not confirmed within a day, and what `softDelete` kept for thirty
   * days; for a cron. Answers how many.
   */
  readonly sweep: (options?: SweepOptions) => Promise<number>
}

/**
 * Makes the backend that the browser's side of this library talks to. It is closed by default: users see, change and
 * delete their own images only, and what is theirs is what `authorize` says.
 *
 * @example
 * ```ts
 * import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'
 *
 * const images = cloudflareApi({ accountId: '0123456789abcdef0123456789abcdef', apiToken: 'token' })
 * export const handler = createImagesHandler({
 *   images,
 *   authorize: async (request) => (request.headers.has('cookie') ? { id: 'ada' } : null),
 * })
 * ```
 * @throws ImagesError `invalid-options` where `images` or `authorize` is missing, or an option cannot work
 */
export function createImagesHandler<TUser extends ImagesUser>(
  options: ImagesHandlerOptions<TUser>,
): ImagesHandler<TUser> {
  checkHandlerOptions(options)
  const path = (options.basePath ?? defaultEndpoint).replace(/^\/+|\/+$/g, '')
  const basePath = path && `/${path}`
  const origins = createOriginRules(options.trustedOrigins)

  const answer = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    const rest = restOf(pathname, basePath)
    if (rest === undefined) throw noRoute(request)
    if (request.method === 'OPTIONS') return origins.preflight(request)
    const match = matchRoute(request.method, rest)
    if (!match) throw noRoute(request)
    if (request.method !== 'GET' && !origins.allows(request)) throw foreignPage()
    const user = await identify(request, options)
    await limitRate(options.rateLimit, user, request)
    const isHeld = user === anonymousUser && match.name !== 'mint' && match.name !== 'get'
    if (isHeld) throw notSignedIn()
    const { parameter, name } = match
    const { status, admin }: Route = routes[name]
    if (admin && !(await options.can?.(user, name as ImagesAction)))
      throw notAllowed(name)
    const { signal } = request
    const call = { request, query: searchParams, parameter, user, options, signal }
    const result = await actions[name](call)
    return status === 204
      ? new Response(null, { status })
      : answerJson(result, { status })
  }

  const handler = async (request: Request): Promise<Response> => {
    const response = await answer(request).catch((error: unknown) =>
      fail(error, { request, on: options.on }),
    )
    return origins.mark(request, response)
  }

  return Object.assign(handler, {
    GET: handler,
    POST: handler,
    PATCH: handler,
    DELETE: handler,
    OPTIONS: handler,
    confirm: async (user: TUser, ids: readonly string[]) => {
      if (!isUserId(user?.id)) throw notSignedIn()
      await confirmImages({ user, options }, ids)
    },
    restore: async (user: TUser, ids: readonly string[]) => {
      if (!isUserId(user?.id)) throw notSignedIn()
      await restoreImages({ user, options }, ids)
    },
    sweep: (sweep?: SweepOptions) => sweepImages(options, sweep),
  })
}

type Action = <TUser extends ImagesUser>(call: HandlerCall<TUser>) => Promise<unknown>

const actions: Readonly<Record<RouteName, Action>> = {
  mint: mintImage,
  list: listImages,
  get: getImage,
  update: updateImage,
  delete: deleteImage,
  deleteMany: deleteImages,
  signedUrls: signImages,
  confirm: async (call) => {
    const { ids } = await readIds(call.request, limits.bulkDelete)
    await confirmImages(call, ids)
    return {}
  },
  find: findByHash,
  proxy: proxyImage,
  import: importImage,
  ...accountCalls,
}

/** What stands after the base path, without a slash before it; undefined for another path. */
function restOf(pathname: string, basePath: string): string | undefined {
  if (pathname === basePath) return ''
  return pathname.startsWith(`${basePath}/`)
    ? pathname.slice(basePath.length + 1)
    : undefined
}

/** The answer to what was thrown; what the browser is not told is told to the app. */
async function fail(error: unknown, { request, on }: Report): Promise<Response> {
  if (error instanceof Response) return new Response(error.body, error)
  const { isWhole, ...failure } = failureOf(error)
  if (!isWhole && !request.signal.aborted) await reportError(error, { request, on })
  return answerFailure(failure)
}

function notSignedIn(): ImagesError {
  return new ImagesError('unauthorized', 'Sign in to do this.')
}

function noRoute({ method, url }: Request): ImagesError {
  const what = `${method} ${new URL(url).pathname}`
  return new ImagesError(
    'endpoint-not-found',
    `${what} is not served. Check the endpoint.`,
  )
}

function notAllowed(name: RouteName): ImagesError {
  return new ImagesError('forbidden', `You may not do this: ${name}.`)
}

function foreignPage(): ImagesError {
  return new ImagesError('forbidden', 'This page is not among the trustedOrigins.')
}
