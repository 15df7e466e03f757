import type { EndpointName } from '../api/endpoints.ts'
import type { EmulatorContext } from './EmulatorContext.ts'

/** One call of the API, already authenticated and matched with the table of endpoints. */
export interface ApiCall {
  request: Request
  search: URLSearchParams
  /** The parameter of the path, decoded: an image's id, a variant's or a key's name. */
  parameter: string
  context: EmulatorContext
}

/** Answers one call of the API; what it refuses, it throws as a `Refusal`. */
export type ApiHandler = (call: ApiCall) => Promise<Response>

/** Handlers of some of the calls, by the names of the table. */
export type ApiHandlers<TName extends EndpointName> = Readonly<Record<TName, ApiHandler>>
