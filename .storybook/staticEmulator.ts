import { join } from 'node:path'
import type { Plugin } from 'vite'
import { paint, samples } from './samples.ts'
import { seedOf } from './seedOf.ts'
import type { SampleSeed } from './seedOf.ts'

/** A sample as the static build holds it. */
export interface StaticSample extends SampleSeed {
  /** Of its bytes, from the worker. */
  path: string
}

/** Puts the emulator into the static build: a service worker, and the samples that it starts with. */
export function staticEmulator(): Plugin {
  return {
    name: 'static-emulator',
    apply: 'build',
    async buildStart() {
      this.emitFile({
        type: 'chunk',
        id: join(import.meta.dirname, 'emulatorWorker.ts'),
        fileName: 'emulator-worker.js',
      })
      const list: StaticSample[] = []
      for (const sample of samples.toReversed()) {
        const seed = seedOf(sample)
        const path = `samples/${seed.filename}`
        list.push({ ...seed, path })
        this.emitFile({ type: 'asset', fileName: path, source: await paint(sample) })
      }
      this.emitFile({
        type: 'asset',
        fileName: 'samples/samples.json',
        source: JSON.stringify(list),
      })
    },
  }
}
