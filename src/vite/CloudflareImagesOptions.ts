import type { EmulatorOptions } from '../emulator/EmulatorOptions.ts'

/** How the emulator and a backend stand on a Vite server: the emulator's own options, and where things are. */
export interface CloudflareImagesOptions extends EmulatorOptions {
  /** @default true, unlike at Cloudflare, where somebody switches them on once */
  flexibleVariants?: boolean | undefined
  /** Directory that images are kept in, so that they outlive the server; see `fileStore`. @default none: in memory */
  dir?: string | undefined
  /**
   * Path of the backend that the browser's side of this library talks to; false where the app serves its own.
   *
   * @default '/api/images'
   */
  endpoint?: string | false | undefined
  /**
   * Module of your own backend, from Vite's root, in TypeScript or JavaScript: it exports `handler`, which takes a
   * `Request` and answers with a `Response`. It runs with the emulator's environment in `process.env`.
   *
   * @default a backend for demos, where everybody is the user `demo`
   */
  backend?: string | undefined
}
