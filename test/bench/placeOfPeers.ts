import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../consumers/run.ts'

const peers = join(import.meta.dirname, 'peers')
const place = join(import.meta.dirname, '../../node_modules/.cache/peers')

/** Installs the peers apart from the project, whose own React they use, and says in which folder. */
export async function placeOfPeers(): Promise<string> {
  await mkdir(place, { recursive: true })
  await cp(peers, place, { recursive: true })
  const quietly = ['--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline']
  // Without their peers, for a second React would not know the first one's elements; and without what only builds need.
  const less = ['--legacy-peer-deps', '--omit=optional', '--ignore-scripts']
  await run(['npm', 'install', ...quietly, ...less], { cwd: place })
  return place
}
