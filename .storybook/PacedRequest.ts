/** Bytes a second: a good line, slow enough to be seen. */
const rate = 2_000_000
const step = 40

/**
 * An `XMLHttpRequest` whose uploads take a while and say how far they are.
 *
 * A service worker answers at once, and no progress passes it. So the progress is played first, and the file is handed
 * over at its end: an upload that is cancelled meanwhile has never been sent.
 */
export class PacedRequest extends XMLHttpRequest {
  #timer: ReturnType<typeof setTimeout> | undefined

  override send(body?: Document | XMLHttpRequestBodyInit | null): void {
    const size = body instanceof FormData ? sizeOf(body) : 0
    if (size === 0) return super.send(body)
    const began = performance.now()
    const total = Math.max(size, rate * 0.6) // even a small file takes 0.6 seconds
    const tell = (type: string, loaded: number) =>
      this.upload.dispatchEvent(
        new ProgressEvent(type, { lengthComputable: true, loaded, total: size }),
      )
    const play = () => {
      const part = Math.min(1, ((performance.now() - began) / 1_000) * (rate / total))
      tell('progress', Math.round(size * part))
      if (part < 1) {
        this.#timer = setTimeout(play, step)
        return
      }
      this.#timer = undefined
      tell('load', size)
      super.send(body)
    }
    tell('loadstart', 0)
    this.#timer = setTimeout(play, step)
  }

  override abort(): void {
    if (this.#timer === undefined) return super.abort()
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const type of ['abort', 'loadend']) this.dispatchEvent(new ProgressEvent(type))
  }
}

const sizeOf = (form: FormData) =>
  [...form.values()].reduce(
    (size, value) => size + (value instanceof Blob ? value.size : 0),
    0,
  )
