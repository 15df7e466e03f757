import { ImagesError } from '../api/ImagesError.ts'
import { defaultEndpoint } from '../api/defaultEndpoint.ts'
import type { RouteName } from '../api/routes.ts'
import { anonymousUser } from './anonymousUser.ts'
import { answerFailure, failureOf } from './answerFailure.ts'
import { answerJson } from './answerJson.ts'
import { checkHandlerOptions } from './checkHandlerOptions.ts'
import { createOriginRules } from './createOriginRules.ts'
import { createRouter } from './createRouter.ts'
import type { Routes } from './createRouter.ts'
import type { HandlerCall } from './HandlerCall.ts'
import { identify } from './identify.ts'
import type {
  ImagesAction,
  ImagesHandlerOptions,
  ImagesUser,
} from './ImagesHandlerOptions.ts'
import type { LibraryHandler } from './LibraryHandler.ts'
import { limitRate } from './limitRate.ts'
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
  const { basePath = defaultEndpoint, trustedOrigins, rateLimit, can, on } = options
  const base = `/${basePath}`.replace(/\/+$/, '').replace(/^\/+/, '/')
  const origins = createOriginRules(trustedOrigins)
  const matchRoute = createRouter(routes)

  const answer = async (request: Request): Promise<Response> => {
    const { method, signal } = request
    const { pathname, searchParams: query } = new URL(request.url)
    const isOurs = `${pathname}/`.startsWith(`${base}/`)
    if (isOurs && method === 'OPTIONS') return new Response(null, { status: 204 })
    const match = isOurs && matchRoute(method, pathname.slice(base.length + 1))
    const act = match && actions[match.name]
    if (!act) {
      const message = `${method} ${pathname} is not served.`
      throw new ImagesError('endpoint-not-found', message)
    }
    const { name, parameter, status = 200, admin } = match
    if (method !== 'GET' && !origins.allows(request))
      throw forbidden('This page is not among the trustedOrigins.')
    const user = await identify(request, options)
    await limitRate(rateLimit, user, request)
    const isHeld = user === anonymousUser && name !== 'mint' && name !== 'get'
    if (isHeld) throw notSignedIn()
    if (admin && !(await can?.(user, name as ImagesAction)))
      throw forbidden(`You may not do this: ${name}.`)
    const result = await act({ request, query, parameter, user, options, signal })
    return status === 204 ? new Response(null, { status }) : answerJson(result, status)
  }

  const handler = async (request: Request): Promise<Response> => {
    const response = await answer(request).catch((error: unknown) =>
      fail(error, { request, on }),
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

/** The answer to what was thrown; what the browser is not told is told to the app. */
async function fail(error: unknown, { request, on }: Report): Promise<Response> {
  if (error instanceof Response) return new Response(error.body, error)
  const { isWhole, ...failure } = failureOf(error)
  if (!isWhole && !request.signal.aborted) await reportError(error, { request, on })
  return answerFailure(failure)
}

function forbidden(message: string): ImagesError {
  return new ImagesError('forbidden', message)
}
