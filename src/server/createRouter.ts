import type { Route, RouteName } from '../api/routes.ts'

/** Calls of our protocol, by name. */
export type Routes = Readonly<Partial<Record<RouteName, Route>>>

/** A call of our protocol, and the id or name in its path. */
export interface RouteMatch extends Route {
  name: RouteName
  /** Decoded; empty where the route has none. */
  parameter: string
}

/**
 * Finds the route that a method and a path after the endpoint stand for; undefined where there is none.
 *
 * The table is walked, never looked up in, so no name that objects inherit is a route.
 */
export function createRouter(
  routes: Routes,
): (method: string, path: string) => RouteMatch | undefined {
  const rows = Object.entries(routes).map(([name, route]) => ({
    route: { ...route, name: name as RouteName }, // a key of the table
    pattern: new RegExp(`^${route.path.replace(/\{\w+}/, '((?!-/).+)')}$`, 's'),
  }))
  return (method, path) => {
    const whole = decoded(path)
    for (const { route, pattern } of rows) {
      const found = route.method === method && pattern.exec(whole)
      if (found) return { ...route, parameter: found[1] ?? '' }
    }
    return undefined
  }
}

/** Percent-decoded once; where it cannot be, what no route is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '-/'
  }
}
