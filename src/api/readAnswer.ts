import { codeOfStatus, isEnvelope } from './envelope.ts'
import type { ImagesErrorCode } from './errorCodes.ts'
import { isErrorCode } from './errorCodes.ts'
import { ImagesError } from './ImagesError.ts'
import { parseJson } from './parseJson.ts'
import { retryAfterOf } from './retryAfterOf.ts'
import { routes } from './routes.ts'
import type { Route, RouteName } from './routes.ts'

interface Answer {
  /** The call that was made. */
  name: RouteName
  method: string
  url: string
  response: Response
  /** The answer's body. */
  text: string
}

/**
 * The value in a backend's answer.
 *
 * The status decides the error and the body refines it: a known `{ error: { code } }` wins. Cloudflare's own
 * envelope is taken unchanged, so a backend may pass Cloudflare's answers through.
 *
 * @throws ImagesError
 */
export function readAnswer<TResult>(answer: Answer): TResult {
  const { name, response, text } = answer
  const body = parseJson(text)
  if (!response.ok) throw refusal(answer, body)
  const { status }: Route = routes[name]
  if (status === 204 || response.status === 204) return undefined as TResult
  const value = unwrap(body)
  if (!isExpected(name, value)) throw unexpected(answer)
  return value as TResult // its shape was checked for the call
}

/** What the body says went wrong, else what the status says. */
function refusal({ name, method, url, response }: Answer, body: unknown): ImagesError {
  const { status } = response
  const said = (body as { error?: { code?: unknown; message?: unknown } } | undefined)
    ?.error
  const code = isErrorCode(said?.code) ? said.code : refusalCode(name, status)
  const message =
    typeof said?.message === 'string' && said.message !== ''
      ? said.message
      : `${method} ${url} answered ${status}. ${advice[code] ?? 'The call had no effect.'}`
  return new ImagesError(code, message, { status, retryAfter: retryAfterOf(response) })
}

function refusalCode(name: RouteName, status: number): ImagesErrorCode {
  const collection = routes[name].path !== '{id}'
  if (collection && (status === 404 || status === 405)) return 'endpoint-not-found'
  if (status === 410) return 'not-found'
  return codeOfStatus(status)
}

const advice: Partial<Record<ImagesErrorCode, string>> = {
  unauthorized:
    'The backend does not know who asks. Sign in, or send credentials or headers.',
  forbidden: 'The backend does not allow this to the signed-in user.',
  'endpoint-not-found':
    'There is no images endpoint here. Mount createImagesHandler at this path, or set `endpoint`.',
  'rate-limited': 'Too many calls were made. Wait, then try again.',
  'server-error': 'The backend failed. Its log says why.',
}

function unexpected({ method, url, response, text }: Answer): ImagesError {
  const type = response.headers.get('content-type') ?? 'no content type'
  const hint = /^\s*</.test(text) ? ' It looks like a page, perhaps of a login.' : ''
  return new ImagesError(
    'bad-response',
    `${method} ${url} answered ${response.status} with ${type} where JSON of the images protocol was expected.${hint} Check that the endpoint is the images backend.`,
    { status: response.status },
  )
}

/** The value inside Cloudflare's envelope, or the value itself. */
function unwrap(body: unknown): unknown {
  if (!isEnvelope(body)) return body
  const { result } = body as { result: unknown }
  if (typeof result === 'object' && result !== null && 'images' in result) {
    const { images, continuation_token: cursor } = result as Record<string, unknown>
    return { images, ...(cursor ? { cursor } : {}) }
  }
  return result
}

/** Whether the value has what the call promises; deeper checks belong to whoever reads a field. */
function isExpected(name: RouteName, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const given = value as Record<string, unknown>
  switch (name) {
    case 'mint':
      return typeof given['id'] === 'string' && typeof given['uploadURL'] === 'string'
    case 'list':
      return Array.isArray(given['images'])
    case 'get':
    case 'update':
    case 'proxy':
    case 'import':
      return typeof given['id'] === 'string'
    case 'deleteMany':
      return Array.isArray(given['deleted'])
    case 'signedUrls':
      return typeof given['urls'] === 'object'
    case 'delete':
    case 'confirm':
    case 'find':
    case 'stats':
    case 'variants':
    case 'createVariant':
    case 'updateVariant':
    case 'deleteVariant':
    case 'config':
    case 'updateConfig':
      return true
  }
}
