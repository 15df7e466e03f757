import { pathToFileURL } from 'node:url'
import { buildForNode } from '../support/buildForNode.ts'

/** Builds a door of the library as a server runs it in production, and gives its exports. */
export async function buildDoor<TDoor>(door: string): Promise<TDoor> {
  const condition = 'production'
  const built = await buildForNode(`src/${door}.ts`, `bench-${door}`, { condition })
  // The door's own types are those of its source.
  return (await import(pathToFileURL(built).href)) as TDoor
}
