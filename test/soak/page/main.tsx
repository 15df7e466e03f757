import { createRoot } from 'react-dom/client'
import { ImageUploader } from 'react-cloudflare-images'
import type { Transport, Upload } from 'react-cloudflare-images'

/** How many of a kind there were, and how many are still there. */
export interface Left {
  made: number
  kept: number
}

type Kind = 'files' | 'uploads' | 'signals' | 'bitmaps' | 'blob URLs'

declare global {
  interface Window {
    /** Mounts an uploader, gives it a picture and takes it away: once it is stored, or in the middle of it. */
    cycle: (isCut: boolean) => Promise<void>
    left: () => Record<Kind, Left>
  }
}

const seen = {
  files: [] as WeakRef<File>[],
  uploads: [] as WeakRef<Upload>[],
  signals: [] as WeakRef<AbortSignal>[],
  bitmaps: [] as WeakRef<ImageBitmap>[],
}
const leftOf = (refs: readonly WeakRef<object>[]): Left => ({
  made: refs.length,
  kept: refs.filter((ref) => ref.deref() !== undefined).length,
})

const blobUrls: Left = { made: 0, kept: 0 }
const { createObjectURL, revokeObjectURL } = URL
URL.createObjectURL = (blob: Blob) => {
  blobUrls.made += 1
  blobUrls.kept += 1
  return createObjectURL.call(URL, blob)
}
URL.revokeObjectURL = (url) => {
  blobUrls.kept -= 1
  revokeObjectURL.call(URL, url)
}
const decode = globalThis.createImageBitmap
globalThis.createImageBitmap = async (...given: unknown[]) => {
  const bitmap = await Reflect.apply(decode, globalThis, given)
  seen.bitmaps.push(new WeakRef(bitmap))
  return bitmap
}

const canvas = new OffscreenCanvas(640, 480)
canvas.getContext('2d')!.fillRect(100, 100, 300, 200)
const picture = await canvas.convertToBlob()
const container = document.getElementById('root')!
let count = 0

window.cycle = async (isCut) => {
  const root = createRoot(container)
  const id = `image-${(count += 1)}`
  let finish = () => {}
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  const transport: Transport = async ({ signal, onProgress }) => {
    seen.signals.push(new WeakRef(signal))
    onProgress(1, 3)
    if (!isCut) return Response.json({ success: true, id })
    finish()
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('aborted')))
    })
  }
  const note = (upload: Upload) => void seen.uploads.push(new WeakRef(upload))
  root.render(
    <ImageUploader
      multiple
      requestUpload={async () => ({ id, uploadURL: `/${id}` })}
      checkUpload={async () => ({ id, uploaded: '2026-11-22T00:00:00.000Z' })}
      transport={transport}
      onProgress={note}
      onSuccess={(upload) => {
        note(upload)
        finish()
      }}
    />,
  )
  const input = await found('input[type=file]')
  const file = new File([picture], `${id}.png`, { type: 'image/png' })
  seen.files.push(new WeakRef(file))
  const chosen = new DataTransfer()
  chosen.items.add(file)
  ;(input as HTMLInputElement).files = chosen.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await done
  if (count % 10 === 0) await found('canvas:not([hidden])')
  root.unmount()
}

window.left = () => ({
  files: leftOf(seen.files),
  uploads: leftOf(seen.uploads),
  signals: leftOf(seen.signals),
  bitmaps: leftOf(seen.bitmaps),
  'blob URLs': blobUrls,
})

async function found(selector: string): Promise<Element> {
  for (;;) {
    const element = container.querySelector(selector)
    if (element) return element
    await new Promise(requestAnimationFrame)
  }
}
