import type { Bytes } from '../api/Bytes.ts'
import type { CloudflareHost } from '../api/Fault.ts'
import type { HostedImage, SigningKey } from '../api/HostedImage.ts'
import type { Delivery, VariantDefinition } from '../url/Delivery.ts'
import type { Faults } from './createFaults.ts'

/**
 * Cloudflare Images as one function, with an account of its own. Members are function properties, so they pass
 * unbound.
 */
export interface Emulator {
  /**
   * Answers a request to any of Cloudflare's hosts; takes what `fetch` takes.
   *
   * Rejects only where the connection is to be cut: with a `TypeError` for a fault `reset`, and with the signal's
   * reason where a request is given up while it hangs. A server then destroys the socket, a service worker lets the
   * rejection through.
   */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>
  /** Forgets images, variants, keys, settings, faults and the log. */
  readonly reset: () => Promise<void>
  /** Puts images, variants and keys there at once; answers with the images, in order. */
  readonly seed: (seed: EmulatorSeed) => Promise<HostedImage[]>
  /** The last thousand requests, oldest first. */
  readonly requests: readonly EmulatedRequest[]
  /** How many pictures were delivered, which is what Cloudflare would bill. */
  readonly deliveries: number
  readonly faults: Faults
  /** The environment variables of a program that is to use this account; the origin only where it is not known yet. */
  readonly env: (origin?: string) => EmulatorEnv
  /** How to address the account's images, with its variants as last read or written. */
  readonly delivery: Delivery
  /** The emulator's time, Unix milliseconds. */
  readonly now: () => number
  /** Ends what hangs and waits. */
  readonly close: () => Promise<void>
}

/** One request that was answered. */
export interface EmulatedRequest {
  readonly host: CloudflareHost
  readonly method: string
  /** Path without the query. */
  readonly path: string
  /** HTTP status; 0 where the connection was cut. */
  readonly status: number
  /** When it was answered, Unix milliseconds. */
  readonly at: number
}

/** The environment variables by which programs find their account. */
export interface EmulatorEnv {
  CLOUDFLARE_ACCOUNT_ID: string
  CLOUDFLARE_API_TOKEN: string
  CLOUDFLARE_API_BASE_URL: string
  CLOUDFLARE_IMAGES_ACCOUNT_HASH: string
  CLOUDFLARE_IMAGES_BASE_URL: string
}

/** What an account is to hold. */
export interface EmulatorSeed {
  images?: readonly SeedImage[] | undefined
  /** Named variants, in the shape that `defineDelivery` takes; those that exist are replaced. */
  variants?: Readonly<Record<string, VariantDefinition>> | undefined
  /** Signing keys; those that exist are replaced. */
  keys?: readonly SigningKey[] | undefined
}

/** An image that an account is to hold. */
export interface SeedImage {
  file: Blob | Bytes
  /** @default the file's own name, or `image` */
  filename?: string | undefined
  /** A custom id, or one of Cloudflare's form. @default a new one */
  id?: string | undefined
  /** @default now, each a millisecond after the one before */
  uploaded?: Date | undefined
  requireSignedURLs?: boolean | undefined
  metadata?: Record<string, unknown> | undefined
  creator?: string | null | undefined
}
