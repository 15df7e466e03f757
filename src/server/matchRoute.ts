import type { Route, RouteName } from '../api/routes.ts'

/** Calls of our protocol, by name. */
export type Routes = Readonly<Partial<Record<RouteName, Route>>>

/** A call of our protocol, and the id or name in its path. */
export interface RouteMatch {
  name: RouteName
  route: Route
  parameter: string
}

/**
 * The route that a method and a path after the endpoint stand for; undefined where there is none.
 *
 * The table is walked, never looked up in, so no name that objects inherit is a route.
 */
export function matchRoute(
  routes: Routes,
  { method, rest }: { method: string; rest: string },
): RouteMatch | undefined {
  const path = decoded(rest)
  if (path === undefined) return undefined
  for (const [name, route] of Object.entries(routes)) {
    const parameter = route.method === method ? parameterOf(route.path, path) : undefined
    if (parameter !== undefined) return { name: name as RouteName, route, parameter } // a key of the table
  }
  return undefined
}

/** What stands in place of `{…}`, empty where the route has none of it, undefined where the path is another one. */
function parameterOf(route: Route['path'], path: string): string | undefined {
  if (route === '{id}') return path === '' || path.startsWith('-/') ? undefined : path
  const [before = '', after] = route.split('{')
  if (after === undefined) return path === before ? '' : undefined
  return path.startsWith(before) ? path.slice(before.length) : undefined
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
