/** What Cloudflare does not document, and the emulator therefore lets you choose. */
export interface Fidelity {
  /**
   * How errors of the API and of the upload host are written. Cloudflare answers some callers in JSON and some in
   * plain text, probably by their `Accept`; code has to understand both.
   *
   * @default 'negotiated'
   */
  errors?: 'negotiated' | 'json' | 'text' | undefined
  /** Whether the upload host allows other origins and answers a preflight. @default true */
  uploadCors?: boolean | undefined
  /** Whether an image gets a new id when `requireSignedURLs` changes, as the API's description says. @default false */
  newIdOnAccessChange?: boolean | undefined
}
