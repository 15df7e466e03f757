import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { placeOfPeers } from './placeOfPeers.ts'

/** Installs the peers, and gives one of the modules that call them. */
export async function installPeers<TModule>(module: string): Promise<TModule> {
  const place = await placeOfPeers()
  // A module of no types: what it exports is said where it is called.
  return (await import(pathToFileURL(join(place, module)).href)) as TModule
}
