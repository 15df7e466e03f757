import type { Fault } from '../api/Fault.ts'
import { readBody } from './readBody.ts'
import type { Faults } from './createFaults.ts'
import { isObject } from './readJson.ts'

/**
 * Steers the emulator over HTTP, for tests that do not share its process: `PUT /__emulator/faults` with a list of
 * faults in JSON (`path` as a text) replaces them, `DELETE` ends them. No page of another origin can: there is no CORS.
 */
export async function serveControl(request: Request, faults: Faults): Promise<Response> {
  if (!new URL(request.url).pathname.endsWith('/faults'))
    return new Response(null, { status: 404 })
  switch (request.method) {
    case 'PUT': {
      const list = await readFaults(request)
      if (!list)
        return Response.json(
          { error: 'The body must be a list of faults.' },
          { status: 400 },
        )
      faults.set(list)
      return new Response(null, { status: 204 })
    }
    case 'DELETE':
      faults.clear()
      return new Response(null, { status: 204 })
    default:
      return new Response(null, { status: 405, headers: { allow: 'PUT, DELETE' } })
  }
}

const readFaults = async (request: Request): Promise<Fault[] | undefined> => {
  try {
    const bytes = await readBody(request, 2 ** 20)
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return Array.isArray(value) && value.every(isFault) ? value : undefined
  } catch {
    return undefined
  }
}

const hosts: ReadonlySet<unknown> = new Set(['api', 'upload', 'delivery', 'batch'])

const isFault = (value: unknown): value is Fault =>
  isObject(value) &&
  hosts.has(value['host']) &&
  ['string', 'undefined'].includes(typeof value['path']) &&
  ['string', 'undefined'].includes(typeof value['method']) &&
  ['number', 'undefined'].includes(typeof value['times']) &&
  ['number', 'undefined'].includes(typeof value['afterBytes']) &&
  (value['reset'] === true ||
    value['hang'] === true ||
    typeof value['delay'] === 'number' ||
    isStatus(value['status']) ||
    (value['status'] === undefined && value['body'] !== undefined))

const isStatus = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 200 && value <= 599
