/** The calls of the levels *upload* and *library*; apart, so that a backend of these alone carries no others. */
export const libraryRoutes = {
  mint: { method: 'POST', path: '', level: 'upload', status: 201 },
  list: { method: 'GET', path: '', level: 'library', status: 200 },
  get: { method: 'GET', path: '{id}', level: 'library', status: 200 },
  update: { method: 'PATCH', path: '{id}', level: 'library', status: 200 },
  delete: { method: 'DELETE', path: '{id}', level: 'library', status: 204 },
} as const
