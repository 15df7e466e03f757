import type { Transformer } from '../emulator/Transformer.ts'
import { inspectPicture } from './inspectPicture.ts'
import { loadSharp } from './loadSharp.ts'
import { transformPicture } from './transformPicture.ts'

/**
 * Gives the emulator real pixels, with sharp. sharp is an optional peer and is imported by the first picture; where it
 * is missing, the error holds the command that installs it.
 *
 * @example
 * ```ts
 * import { createEmulator } from 'react-cloudflare-images/emulator'
 * import { sharpTransformer } from 'react-cloudflare-images/node'
 *
 * const emulator = createEmulator({ transformer: sharpTransformer() })
 * ```
 */
export function sharpTransformer(): Transformer {
  return {
    inspect: async (bytes) => inspectPicture(await loadSharp(), bytes),
    transform: async (request) => transformPicture(await loadSharp(), request),
  }
}
