import type { Transformer } from '../emulator/Transformer.ts'
import { loadSharp } from './loadSharp.ts'

/**
 * Gives the emulator real pixels, with sharp. sharp is an optional peer and is imported by the first picture, with all
 * that draws; where it is missing, the error holds the command that installs it.
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
    inspect: async (bytes) => {
      const { inspectPicture } = await import('./inspectPicture.ts')
      return inspectPicture(await loadSharp(), bytes)
    },
    transform: async (request) => {
      const { transformPicture } = await import('./transformPicture.ts')
      return transformPicture(await loadSharp(), request)
    },
  }
}
