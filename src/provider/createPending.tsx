import type { PendingImage, PendingImages } from '../manage/PendingImages.ts'
import type { Upload } from '../upload/Upload.ts'
import type { UploadRegistry } from '../upload/UploadRegistry.ts'
import { PendingPreview } from './PendingPreview.tsx'
import { rowsOf } from './rowsOf.ts'

/**
 * Shows the uploads below a provider to its lists. What fails, is refused or cancelled goes; what has arrived in a list
 * stays, so that its row keeps its key and its place.
 */
export function createPending(registry: UploadRegistry): PendingImages {
  const listeners = new Set<() => void>()
  let seen: readonly Upload[] = []
  let rows: readonly PendingImage[] = [] // in the order of the drop
  let snapshot: readonly PendingImage[] = []
  let stop = () => {}

  const show = (next: readonly PendingImage[]) => {
    if (next.length === rows.length && next.every((row, at) => row === rows[at])) return
    rows = next
    snapshot = [...next].reverse()
    for (const listener of listeners) listener()
  }

  const refresh = () => {
    const uploads = registry.getUploads()
    if (uploads === seen) return
    seen = uploads
    const shown = new Map(uploads.filter(isShown).map((upload) => [upload.id, upload]))
    const kept = rows.flatMap((row) => {
      const upload = shown.get(row.key)
      shown.delete(row.key)
      if (!upload) return row.hasArrived ? [row] : []
      return idOf(upload) === row.imageId ? [row] : [{ ...row, imageId: idOf(upload) }]
    })
    show([...kept, ...Array.from(shown.values(), pendingOf)])
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1) stop = registry.subscribe(refresh)
      refresh()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    getSnapshot: () => snapshot,
    rowsOf,
    arrive: (imageIds) =>
      show(
        rows.map((row) =>
          !row.hasArrived && row.imageId !== undefined && imageIds.has(row.imageId)
            ? { ...row, hasArrived: true }
            : row,
        ),
      ),
  }
}

const isShown = ({ status }: Upload) =>
  status !== 'error' && status !== 'rejected' && status !== 'aborted'

const idOf = (upload: Upload) => ('imageId' in upload ? upload.imageId : undefined)

const pendingOf = (upload: Upload): PendingImage => ({
  key: upload.id,
  name: upload.name,
  imageId: idOf(upload),
  hasArrived: false,
  preview: <PendingPreview id={upload.id} />,
})
