import type { PictureResult, PictureWork } from './workOnPicture.ts'

/**
 * Has the pixels of a picture worked on beside the page, or in it where the browser lets no worker start. The worker
 * comes with the first picture and goes when there is nothing left to do for a while.
 *
 * @throws whatever the browser says of a picture that it cannot decode
 */
export async function askPictureWorker<TWork extends PictureWork>(
  work: TWork,
): Promise<PictureResult<TWork>> {
  if (typeof Worker === 'function' && !isRefused) {
    try {
      return await ask(work)
    } catch (error) {
      if (error !== refused) throw error
      isRefused = true
    }
  }
  const { workOnPicture } = await import('./workOnPicture.ts')
  return workOnPicture(work)
}

/** Whether a worker was tried and did not start, as under a Content-Security-Policy without `worker-src`. */
let isRefused = false

const refused = new Error('The worker did not start.')

interface Asked {
  resolve: (result: never) => void
  reject: (error: Error) => void
}

let worker: Worker | undefined
let idle: ReturnType<typeof setTimeout> | undefined
let count = 0
const asked = new Map<number, Asked>()

function ask<TWork extends PictureWork>(work: TWork): Promise<PictureResult<TWork>> {
  return new Promise((resolve, reject) => {
    clearTimeout(idle)
    try {
      worker ??= start()
    } catch {
      reject(refused)
      return
    }
    count += 1
    asked.set(count, { resolve, reject })
    worker.postMessage([count, work])
  })
}

function start(): Worker {
  const started = new Worker(new URL('./pictureWorker.js', import.meta.url), {
    type: 'module',
  })
  started.addEventListener(
    'message',
    ({ data }: MessageEvent<[number, never, string?]>) => {
      const [number, result, error] = data
      const { resolve, reject } = asked.get(number)!
      asked.delete(number)
      if (error === undefined) resolve(result)
      else reject(new Error(error))
      if (asked.size === 0) idle = setTimeout(stop, idleTime)
    },
  )
  started.addEventListener('error', () => {
    stop()
    for (const { reject } of asked.values()) reject(refused)
    asked.clear()
  })
  return started
}

function stop(): void {
  worker?.terminate()
  worker = undefined
}

/** Milliseconds. */
const idleTime = 2_000
