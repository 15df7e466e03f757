import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import {
  createImagesApi,
  ImagesProvider,
  ImageUploader,
  shrinkToFit,
  stripLocation,
  useDirectUpload,
  useUpload,
  useUploadIds,
} from 'react-cloudflare-images'
import type { UploaderActions } from 'react-cloudflare-images'
import { inspectFile } from '../../../src/upload/inspectFile.ts'

/** What the bench does with the page. */
export interface BenchPage {
  /** Commits of the list, and of all rows together. */
  commits: { list: number; rows: number }
  /** Milliseconds until all files that the input holds are stored; by the hook, or by a loop written by hand. */
  upload: (how: 'hook' | 'loop') => Promise<number>
  /** Milliseconds until each file that the input holds has told its type and size, one after the other. */
  inspect: () => Promise<number[]>
}

declare global {
  interface Window {
    bench: BenchPage
  }
}

const asked = new URLSearchParams(location.search)
const api = createImagesApi({ endpoint: asked.get('endpoint') ?? '/api/images' })
const mode = asked.get('mode')
const concurrency = 3

const commits = { list: 0, rows: 0 }
let take: UploaderActions['uploadAsync'] | undefined

function Uploads() {
  const { uploadAsync } = useDirectUpload({ concurrency, prepare: [] })
  useEffect(() => {
    take = uploadAsync
  }, [uploadAsync])
  return null
}

function List() {
  const ids = useUploadIds()
  useEffect(() => void (commits.list += 1))
  return ids.map((id) => <Row key={id} id={id} />)
}

function Row({ id }: { id: string }) {
  const upload = useUpload(id)
  useEffect(() => void (commits.rows += 1))
  if (upload?.status === 'uploading') return <progress value={upload.progress} />
  return <p data-status={upload?.status}>{upload?.name}</p>
}

/** Opens no connection, so that only the pictures cost anything. */
const nowhere = {
  requestUpload: async () => ({ id: crypto.randomUUID(), uploadURL: '/nowhere' }),
  checkUpload: async (id: string) => ({ id, uploaded: '2026-11-22T00:00:00.000Z' }),
  transport: async () => new Promise<Response>(() => {}),
}

const chosen = document.createElement('input')
chosen.type = 'file'
chosen.multiple = true
chosen.id = 'chosen'
document.body.append(chosen)

window.bench = {
  commits,
  upload: async (how) => {
    const files = Array.from(chosen.files ?? [])
    const began = performance.now()
    if (how === 'hook') await take!(files)
    else await byHand(files)
    return performance.now() - began
  },
  inspect: async () => {
    const times = []
    for (const file of chosen.files ?? []) {
      const began = performance.now()
      await inspectFile(file, {})
      times.push(performance.now() - began)
    }
    return times
  },
}

createRoot(document.getElementById('root')!).render(
  <ImagesProvider api={api}>
    {mode === 'rows' ? (
      <>
        <Uploads />
        <List />
      </>
    ) : (
      <ImageUploader
        multiple
        {...nowhere}
        leaveGuard={false}
        concurrency={40}
        {...(mode === 'shrink' && {
          prepare: [stripLocation(), shrinkToFit({ maxDimension: 2_560 })],
        })}
      />
    )}
  </ImagesProvider>,
)

/** What one would write without a library: mint, upload, read again, so many at a time. */
async function byHand(files: readonly File[]): Promise<void> {
  const rest = files.values()
  const lane = async () => {
    for (const file of rest) {
      const { name: filename, type, size } = file
      const { id, uploadURL } = await api.mint({ filename, type, size })
      await new Promise<void>((resolve, reject) => {
        const xhr = new XMLHttpRequest()
        const body = new FormData()
        body.set('file', file)
        xhr.upload.addEventListener('progress', () => {})
        xhr.addEventListener('load', () => resolve())
        xhr.addEventListener('error', reject)
        xhr.open('POST', uploadURL)
        xhr.send(body)
      })
      await api.get(id)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
}
