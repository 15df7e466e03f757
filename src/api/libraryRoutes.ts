/** The calls of the levels *upload* and *library*; apart, so that a backend of these alone carries no others. */
export const libraryRoutes = {
  mint: { method: 'POST', path: '', status: 201 },
  list: { method: 'GET', path: '' },
  get: { method: 'GET', path: '{id}' },
  update: { method: 'PATCH', path: '{id}' },
  delete: { method: 'DELETE', path: '{id}', status: 204 },
} as const
