/** One attempt at sending a file to a one-time upload URL. */
export interface TransportRequest {
  /** The one-time upload URL. */
  url: string
  /** The bytes to send, as the part named `file` of a multipart form. */
  file: File
  /** Aborts the attempt. */
  signal: AbortSignal
  /**
   * Told as bytes leave. `loaded` and `total` count the whole body. When `loaded` equals `total` the last byte
   * has left and the upload is `processing`. Never called where the runtime has no upload events.
   */
  onProgress: (loaded: number, total?: number) => void
}

/**
 * Sends one file and resolves with the host's answer, whatever its status; rejects with an `ImagesError`
 * (`network`, `timeout`, `aborted`) where there is no answer.
 */
export type Transport = (request: TransportRequest) => Promise<Response>
