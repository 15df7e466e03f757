import type { Bytes } from '../api/Bytes.ts'
import type {
  BatchToken,
  HostedConfig,
  HostedVariant,
  SigningKey,
} from '../api/HostedImage.ts'

/** What the emulator keeps of one image beside its bytes. */
export interface StoredImage {
  id: string
  filename: string
  /** When it was reserved or uploaded; the time of upload wins. ISO 8601 with milliseconds. */
  uploaded: string
  requireSignedURLs: boolean
  meta: Record<string, unknown>
  creator: string | null
  /** Present while only reserved: when the one-time URL expires, Unix milliseconds. */
  draftUntil?: number
  /** Present once the bytes arrived. */
  file?: StoredFile
}

/** What is known of the stored bytes. */
export interface StoredFile {
  /** MIME type by the first bytes. */
  type: string
  /** Bytes. */
  size: number
  /** Pixels as stored, before EXIF rotation. */
  width: number
  height: number
  /** Frames of an animation; 1 otherwise. */
  frames: number
}

/** Settings of the emulated account. Plain JSON. */
export interface StoredAccount {
  /** Named variants by name. */
  variants: Record<string, HostedVariant>
  keys: SigningKey[]
  config: HostedConfig
  batchTokens: BatchToken[]
}

/**
 * Where the emulator keeps images. Small on purpose: everything that Cloudflare decides, such as order, filters and
 * expiry, is decided above it, alike for every store.
 */
export interface Store {
  /** Reads the account's settings; undefined in a new store. */
  readonly readAccount: () => Promise<StoredAccount | undefined>
  /** Replaces the account's settings at once or not at all. */
  readonly writeAccount: (account: StoredAccount) => Promise<void>
  /** Reads one image; undefined where there is none. */
  readonly read: (id: string) => Promise<StoredImage | undefined>
  /** Reads the original bytes; undefined where there are none. */
  readonly readBytes: (id: string) => Promise<Bytes | undefined>
  /** Writes an image, with its bytes where they are given, at once or not at all. */
  readonly write: (image: StoredImage, bytes?: Bytes) => Promise<void>
  /** Forgets an image and its bytes; false where there was none. */
  readonly delete: (id: string) => Promise<boolean>
  /** Every image, drafts included, in any order; the same array while nothing changed spares sorting it again. */
  readonly list: () => Promise<readonly StoredImage[]>
  /** Forgets everything. */
  readonly clear: () => Promise<void>
}
