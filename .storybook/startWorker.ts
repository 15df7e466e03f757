import { PacedRequest } from './PacedRequest.ts'

/**
 * Puts the emulator in a service worker, and waits until this page is under it.
 *
 * @returns false where this browser, or this address, has no service workers
 */
export async function startWorker(): Promise<boolean> {
  // Absent over plain http, and switched off in some private windows.
  const container = (navigator as Partial<Navigator>).serviceWorker
  if (!container) return false
  try {
    const script = new URL('emulator-worker.js', document.baseURI)
    await container.register(script, { type: 'module', updateViaCache: 'none' })
    const { active } = await container.ready
    if (!container.controller) await claimed(container, active)
    globalThis.XMLHttpRequest = PacedRequest
    return true
  } catch {
    return false
  }
}

const claimed = async (container: ServiceWorkerContainer, worker: ServiceWorker | null) =>
  new Promise<void>((resolve) => {
    container.addEventListener('controllerchange', () => resolve(), { once: true })
    worker?.postMessage('claim')
    // It may have come to control this page before anybody listened.
    if (container.controller) resolve()
  })
