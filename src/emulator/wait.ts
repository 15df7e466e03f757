/** Waits so many milliseconds, for ever with infinity; rejects with the signal's reason when it aborts. */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      reject(signal.reason as Error) // what `abort` was called with; a DOMException by default
    }
    const timer = Number.isFinite(milliseconds)
      ? setTimeout(() => {
          signal.removeEventListener('abort', end)
          resolve()
        }, milliseconds)
      : undefined
    signal.addEventListener('abort', end, { once: true })
  })
}
