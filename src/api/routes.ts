import { libraryRoutes } from './libraryRoutes.ts'

/** One call of our own protocol, relative to the endpoint. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** `''` is the collection, `'{id}'` an item (the rest of the path, percent-decoded once), `'-/…'` an action. */
  path: '' | '{id}' | `-/${string}`
  /** Status of success. @default 200 */
  status?: 201 | 204
  /** Only where the backend's `can` allows it: it is about the account, not about one's own images. */
  admin?: true
}

/** The calls of the level *full* alone. */
const fullRoutes = {
  deleteMany: { method: 'POST', path: '-/delete' },
  signedUrls: { method: 'POST', path: '-/signed-urls' },
  confirm: { method: 'POST', path: '-/confirm' },
  find: { method: 'GET', path: '-/find' },
  proxy: { method: 'POST', path: '-/proxy' },
  import: { method: 'POST', path: '-/import' },
  stats: { method: 'GET', path: '-/stats', admin: true },
  variants: {
    method: 'GET',
    path: '-/variants',
    admin: true,
  },
  createVariant: {
    method: 'POST',
    path: '-/variants',
    admin: true,
  },
  updateVariant: {
    method: 'PATCH',
    path: '-/variants/{name}',
    admin: true,
  },
  deleteVariant: {
    method: 'DELETE',
    path: '-/variants/{name}',
    admin: true,
  },
  config: { method: 'GET', path: '-/config', admin: true },
  updateConfig: {
    method: 'PATCH',
    path: '-/config',
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
