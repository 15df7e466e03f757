import type { CloudflareImage, MintRequest } from '../api/CloudflareImage.ts'

/** How a backend is tested. */
export interface TestImagesHandlerOptions {
  /** How much of the protocol it serves. @default 'full' */
  level?: 'upload' | 'library' | 'full' | undefined
  /** Where it serves it. @default 'http://localhost/api/images' */
  endpoint?: string | undefined
  /**
   * Headers by which the backend knows either of two users, who must be nobody in production. A third, who is nobody,
   * sends none.
   *
   * @default `{ authorization: 'Bearer ada' }`, or bob
   */
  signIn?: ((user: 'ada' | 'bob') => HeadersInit | Promise<HeadersInit>) | undefined
  /** How one-time upload URLs are reached; an emulator has its own. @default the global `fetch` */
  fetch?: typeof globalThis.fetch | undefined
}

/** Who calls: one of two users, or nobody. */
type Tester = 'ada' | 'bob' | undefined

/** What one call of a test sends. */
interface TestCall {
  json?: unknown
  body?: BodyInit | undefined
  headers?: Readonly<Record<string, string>> | undefined
}

/** What a call was answered; which of the fields are there is what is tested. */
export interface TestAnswer {
  status: number
  headers: Headers
  text: string
  body: Partial<Omit<CloudflareImage, 'uploaded' | 'urls'>> & {
    uploadURL?: string
    images?: CloudflareImage[]
    image?: CloudflareImage
    cursor?: string
    urls?: Record<string, Record<string, string>>
    deleted?: string[]
    failed?: Record<string, string>
    error?: { code?: string; message?: string }
  }
}

/** A backend as the tests see it. */
export interface HandlerTester {
  call: (
    user: Tester,
    method: string,
    path?: string,
    sent?: TestCall,
  ) => Promise<TestAnswer>
  /** Mints as Ada, or whoever is named; fails where that fails. */
  mint: (
    more?: Partial<MintRequest>,
    user?: 'ada' | 'bob',
  ) => Promise<{ id: string; uploadURL: string }>
  /** Sends a picture to a one-time URL. */
  send: (uploadURL: string) => Promise<Response>
  /** Mints and sends; answers the id. */
  upload: (more?: Partial<MintRequest>, user?: 'ada' | 'bob') => Promise<string>
  /** What has been made and must be deleted in the end, by id. */
  made: Map<string, 'ada' | 'bob'>
}

/** One thing that every backend must do or must not do. */
export interface HandlerCheck {
  /** A sentence about a backend. */
  title: string
  run: (tester: HandlerTester) => Promise<void>
}
