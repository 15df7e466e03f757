import { libraryRoutes } from '../../src/api/libraryRoutes.ts'
import type { RouteName } from '../../src/api/routes.ts'

/** The level of the protocol that a call belongs to: one call, the first five, or all. */
export function levelOf(name: RouteName): 'upload' | 'library' | 'full' {
  if (name === 'mint') return 'upload'
  return name in libraryRoutes ? 'library' : 'full'
}
