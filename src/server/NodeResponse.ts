/** The parts of Node's `ServerResponse` that are used. */
export interface NodeResponse {
  statusCode: number
  readonly writableEnded: boolean
  readonly destroyed: boolean
  setHeader: (name: string, value: string | string[]) => unknown
  write: (chunk: Uint8Array) => boolean
  end: () => unknown
  on: (event: 'close' | 'drain', listener: () => void) => unknown
}
