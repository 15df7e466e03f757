import { vi } from 'vitest'

/** One request, whose events the test fires by hand, in the order a browser would. */
export class FakeXhr {
  method = ''
  url = ''
  headers: string[] = []
  body: FormData | undefined
  aborted = false
  status = 0
  responseText = ''
  upload: { onprogress?: (event: object) => void; onload?: (event: object) => void } = {}
  onload: (() => void) | undefined
  onerror: (() => void) | undefined
  onabort: (() => void) | undefined
  /** Whether anybody listened when it was sent: that is what makes a browser send a preflight. */
  listens = false
  private answerHeaders = ''

  open(method: string, url: string): void {
    this.method = method
    this.url = url
  }
  setRequestHeader(name: string): void {
    this.headers.push(name)
  }
  getAllResponseHeaders(): string {
    return this.answerHeaders
  }
  send(body: FormData): void {
    this.body = body
    this.listens = Boolean(this.upload.onprogress ?? this.upload.onload)
  }
  abort(): void {
    this.aborted = true
    this.onabort?.()
  }

  progress(loaded: number, total: number, { lengthComputable = true } = {}): void {
    this.upload.onprogress?.({ loaded, total, lengthComputable })
  }
  sent(loaded: number): void {
    this.upload.onload?.({ loaded })
  }
  answer(status: number, body: string, headers = ''): void {
    this.status = status
    this.responseText = body
    this.answerHeaders = headers
    this.onload?.()
  }
  fail(): void {
    this.onerror?.()
  }
}

/** Puts the fake in the place of the browser's; requests are listed as they are made. */
export function createFakeXhr(): FakeXhr[] {
  const requests: FakeXhr[] = []
  vi.stubGlobal(
    'XMLHttpRequest',
    class extends FakeXhr {
      constructor() {
        super()
        requests.push(this)
      }
    },
  )
  return requests
}
