import { libraryRoutes } from './libraryRoutes.ts'

/** How much of the protocol a backend serves: one call, the first five, or all. */
type ProtocolLevel = 'upload' | 'library' | 'full'

/** One call of our own protocol, relative to the endpoint. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** `''` is the collection, `'{id}'` an item (the rest of the path, percent-decoded once), `'-/…'` an action. */
  path: '' | '{id}' | `-/${string}`
  /** The level of the protocol that it belongs to. */
  level: ProtocolLevel
  /** Status of success. */
  status: 200 | 201 | 204
  /** Only where the backend's `can` allows it: it is about the account, not about one's own images. */
  admin?: true
}

/** The calls of the level *full* alone. */
const fullRoutes = {
  deleteMany: { method: 'POST', path: '-/delete', level: 'full', status: 200 },
  signedUrls: { method: 'POST', path: '-/signed-urls', level: 'full', status: 200 },
  confirm: { method: 'POST', path: '-/confirm', level: 'full', status: 200 },
  find: { method: 'GET', path: '-/find', level: 'full', status: 200 },
  proxy: { method: 'POST', path: '-/proxy', level: 'full', status: 200 },
  import: { method: 'POST', path: '-/import', level: 'full', status: 200 },
  stats: { method: 'GET', path: '-/stats', level: 'full', status: 200, admin: true },
  variants: {
    method: 'GET',
    path: '-/variants',
    level: 'full',
    status: 200,
    admin: true,
  },
  createVariant: {
    method: 'POST',
    path: '-/variants',
    level: 'full',
    status: 200,
    admin: true,
  },
  updateVariant: {
    method: 'PATCH',
    path: '-/variants/{name}',
    level: 'full',
    status: 200,
    admin: true,
  },
  deleteVariant: {
    method: 'DELETE',
    path: '-/variants/{name}',
    level: 'full',
    status: 200,
    admin: true,
  },
  config: { method: 'GET', path: '-/config', level: 'full', status: 200, admin: true },
  updateConfig: {
    method: 'PATCH',
    path: '-/config',
    level: 'full',
    status: 200,
    admin: true,
  },
} as const

/**
 * The protocol between a browser and the user's backend. Our client calls by this table, our server routes by it,
 * and the OpenAPI document and the conformance suite are made from it.
 */
export const routes: typeof libraryRoutes & typeof fullRoutes = {
  ...libraryRoutes,
  ...fullRoutes,
}

/** The name of one call of our protocol. */
export type RouteName = keyof typeof routes
