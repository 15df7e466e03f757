import { ImagesError } from '../api/ImagesError.ts'
import { defaultEndpoint } from '../api/defaultEndpoint.ts'
import type { RouteName } from '../api/routes.ts'
import { anonymousUser } from './anonymousUser.ts'
import { answerFailure, failureOf } from './answerFailure.ts'
import { answerJson } from './answerJson.ts'
import { checkHandlerOptions } from './checkHandlerOptions.ts'
import { createOriginRules } from './createOriginRules.ts'
import type { HandlerCall } from './HandlerCall.ts'
import { identify } from './identify.ts'
import type {
  ImagesAction,
  ImagesHandlerOptions,
  ImagesUser,
} from './ImagesHandlerOptions.ts'
import type { LibraryHandler } from './LibraryHandler.ts'
import { limitRate } from './limitRate.ts'
import { matchRoute } from './matchRoute.ts'
import type { Routes } from './matchRoute.ts'
import { notSignedIn } from './notSignedIn.ts'
import { reportError } from './reportError.ts'
import type { Report } from './reportError.ts'

/** Does what a call asks for; its result is the JSON of the answer. */
export type Action = <TUser extends ImagesUser>(
  call: HandlerCall<TUser>,
) => Promise<unknown>

/** The calls that a handler serves, and what each does. */
export interface ServedCalls {
  routes: Routes
  actions: Readonly<Partial<Record<RouteName, Action>>>
}

/**
 * Serves some of the calls of the protocol. What holds for every call stands here, in its order: which page asks,
 * who, how often, and whether they may.
 */
export function createProtocolHandler<TUser extends ImagesUser>(
  options: ImagesHandlerOptions<TUser>,
  { routes, actions }: ServedCalls,
): LibraryHandler {
  checkHandlerOptions(options)
  const path = (options.basePath ?? defaultEndpoint).replace(/^\/+|\/+$/g, '')
  const basePath = path && `/${path}`
  const origins = createOriginRules(options.trustedOrigins)

  const answer = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    const rest = restOf(pathname, basePath)
    if (rest === undefined) throw noRoute(request)
    if (request.method === 'OPTIONS') return origins.preflight(request)
    const match = matchRoute(routes, { method: request.method, rest })
    const action = match && actions[match.name]
    if (!action) throw noRoute(request)
    if (request.method !== 'GET' && !origins.allows(request))
      throw forbidden('This page is not among the trustedOrigins.')
    const user = await identify(request, options)
    await limitRate(options.rateLimit, user, request)
    const isHeld = user === anonymousUser && match.name !== 'mint' && match.name !== 'get'
    if (isHeld) throw notSignedIn()
    const { parameter, name, route } = match
    const { status, admin } = route
    if (admin && !(await options.can?.(user, name as ImagesAction)))
      throw forbidden(`You may not do this: ${name}.`)
    const { signal } = request
    const call = { request, query: searchParams, parameter, user, options, signal }
    const result = await action(call)
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
  })
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

function noRoute({ method, url }: Request): ImagesError {
  const { pathname } = new URL(url)
  return new ImagesError('endpoint-not-found', `${method} ${pathname} is not served.`)
}

function forbidden(message: string): ImagesError {
  return new ImagesError('forbidden', message)
}
