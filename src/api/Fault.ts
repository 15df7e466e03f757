/** The four hosts of Cloudflare Images, which the emulator serves on one origin. */
export type CloudflareHost = 'api' | 'upload' | 'delivery' | 'batch'

/** Which calls fail, and after how much. */
interface FaultMatch {
  host: CloudflareHost
  /** @default every method */
  method?: string | undefined
  /** A text that the path contains, or a pattern. @default every path */
  path?: string | RegExp | undefined
  /** How often it happens. @default for ever */
  times?: number | undefined
  /** Bytes of the request's body that are read first. @default none */
  afterBytes?: number | undefined
}

/** How a call fails. */
type FaultEffect =
  | { /** Answers this status. */ status: number; body?: string | object | undefined }
  | { /** Answers 200 with this body in place of the real one. */ body: string | object }
  | { /** Cuts the connection. */ reset: true }
  | { /** Never answers. */ hang: true }
  | { /** Answers as always, this many milliseconds later. */ delay: number }

/**
 * A failure that the emulator is told to show.
 *
 * @example
 * ```ts
 * import { createEmulator } from 'react-cloudflare-images/emulator'
 *
 * const emulator = createEmulator({ faults: [{ host: 'upload', status: 503, times: 2 }] })
 * ```
 */
export type Fault = FaultMatch & FaultEffect
