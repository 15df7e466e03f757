import { endpoints } from '../api/endpoints.ts'
import type { Endpoint, EndpointName } from '../api/endpoints.ts'

/** A call of the table, with the parameter of its path decoded. */
export interface EndpointMatch {
  name: EndpointName
  endpoint: Endpoint
  /** The image's id, or the name of a variant or key; empty where the path has none. */
  parameter: string
}

/** The call that a path after the account stands for; undefined where the table has none. */
export function matchEndpoint(method: string, path: string): EndpointMatch | undefined {
  for (const { name, endpoint, pattern } of rows) {
    const match = endpoint.method === method ? pattern.exec(path) : null
    if (!match) continue
    const parameter = decode(match[1] ?? '')
    if (parameter !== undefined) return { name, endpoint, parameter }
  }
  return undefined
}

/** A parameter is one segment: a slash within an id has to be percent-encoded. [doc delete-images] */
const rows = (Object.entries(endpoints) as [EndpointName, Endpoint][]).map(
  ([name, endpoint]) => ({
    name,
    endpoint,
    pattern: new RegExp(`^${endpoint.path.replace(/\{\w+\}/, '([^/]+)')}/?$`),
  }),
)

const decode = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
