/** The parts of Node's `IncomingMessage` that are used, and what frameworks add to it. */
export interface NodeRequest {
  method?: string | undefined
  url?: string | undefined
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** Has `encrypted` where it is one of TLS. */
  socket?: object | null | undefined
  /** Whether somebody has read from the body. */
  readableDidRead?: boolean | undefined
  on: {
    (event: 'data', listener: (chunk: Uint8Array) => void): unknown
    (event: 'error', listener: (error: Error) => void): unknown
    (event: 'end' | 'close', listener: () => void): unknown
  }
  pause: () => unknown
  resume: () => unknown
  /** Express: the URL with the path that a router is mounted at. */
  originalUrl?: string | undefined
  /** Body parsers: what they made of the body. */
  body?: unknown
}
