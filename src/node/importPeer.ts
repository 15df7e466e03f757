import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Imports an optional peer as ever, or else from the directory that this process was started in: `npx` runs a command
 * from a cache of its own, where nothing of what its user installed is found.
 */
export async function importPeer<TModule>(
  name: string,
  load: () => Promise<TModule>,
): Promise<TModule> {
  try {
    return await load()
  } catch (cause) {
    const path = resolveHere(name)
    if (path === undefined) throw cause
    return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as TModule // the same package, elsewhere
  }
}

const resolveHere = (name: string): string | undefined => {
  try {
    return createRequire(join(process.cwd(), 'here.js')).resolve(name)
  } catch {
    return undefined
  }
}
