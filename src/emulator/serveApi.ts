import type { EndpointName } from '../api/endpoints.ts'
import { accountCalls } from './accountCalls.ts'
import type { ApiHandler } from './ApiCall.ts'
import { failureAnswer } from './failureAnswer.ts'
import { authenticate, authenticateBatch } from './authenticate.ts'
import { directUploadCalls } from './directUploadCalls.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import { imageCalls } from './imageCalls.ts'
import { listCalls } from './listCalls.ts'
import { matchEndpoint } from './matchEndpoint.ts'
import { Refusal } from './Refusal.ts'
import { variantCalls } from './variantCalls.ts'

/** Answers a call of api.cloudflare.com. It has no CORS headers, so no page can make one. [obs] */
export async function serveApi(
  request: Request,
  context: EmulatorContext,
): Promise<Response> {
  return answer({ request, context }, async (url) => {
    const [, accountId, path] =
      /^\/client\/v4\/accounts\/([^/]+)(\/.*)$/.exec(url.pathname) ?? []
    const match = path === undefined ? undefined : matchEndpoint(request.method, path)
    if (!match) throw noRoute(url)
    authenticate(request, context)
    if (context.accountId !== undefined && accountId !== context.accountId)
      throw new Refusal(5403)
    return { match, url }
  })
}

/**
 * Answers a call of batch.imagedelivery.net: some of the API, without the account in the path.
 *
 * Pages call it with a batch token, so other origins may. [obs]
 *
 * @see https://developers.cloudflare.com/images/storage/upload-images/images-batch/
 */
export async function serveBatch(
  request: Request,
  context: EmulatorContext,
): Promise<Response> {
  if (request.method === 'OPTIONS')
    return new Response(null, { status: 204, headers: batchCors })
  const response = await answer({ request, context }, async (url) => {
    const match = matchEndpoint(request.method, url.pathname)
    if (!match?.endpoint.batch) throw noRoute(url)
    await authenticateBatch(request, context)
    return { match, url }
  })
  for (const [name, value] of Object.entries(batchCors)) response.headers.set(name, value)
  return response
}

/** One handler for each row of the table; a row without one does not compile. */
const handlers: Record<EndpointName, ApiHandler> = {
  ...imageCalls,
  ...directUploadCalls,
  ...listCalls,
  ...variantCalls,
  ...accountCalls,
}

const batchCors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PATCH, DELETE, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type',
}

type Admitted = { match: NonNullable<ReturnType<typeof matchEndpoint>>; url: URL }

const answer = async (
  { request, context }: { request: Request; context: EmulatorContext },
  admit: (url: URL) => Promise<Admitted>,
): Promise<Response> => {
  try {
    const { match, url } = await admit(new URL(request.url))
    const { name, parameter } = match
    return await handlers[name]({ request, search: url.searchParams, parameter, context })
  } catch (error) {
    const refusal = error instanceof Refusal ? error : internal(error)
    return failureAnswer(refusal, { request, fidelity: context.fidelity })
  }
}

const noRoute = ({ pathname }: URL) =>
  new Refusal(7003, {
    message: `Could not route to ${pathname}, perhaps your object identifier is invalid?`,
  })

/** What no call should ever run into: a store that cannot be written, say. It is told, not swallowed. */
const internal = (error: unknown) => new Refusal(5550, { reason: String(error) })
