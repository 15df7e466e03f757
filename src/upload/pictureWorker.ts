import { workOnPicture } from './workOnPicture.ts'
import type { PictureWork } from './workOnPicture.ts'

// The program of a worker: answers each message under its number.
self.addEventListener('message', ({ data }: MessageEvent<[number, PictureWork]>) => {
  const [number, work] = data
  workOnPicture(work).then(
    (result) => self.postMessage([number, result]),
    (error: unknown) => self.postMessage([number, undefined, String(error)]),
  )
})
