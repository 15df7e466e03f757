import { ImagesError } from '../../src/api/ImagesError.ts'
import type { Transport, TransportRequest } from '../../src/api/Transport.ts'
import type { CheckedUpload, UploadOptions } from '../../src/upload/UploadOptions.ts'

/** One sending, as the host sees it. */
export interface Sending extends TransportRequest {
  id: string
  /** Stores the picture and says so. */
  succeed: () => void
  /** Answers this. */
  answer: (status: number, body: string | object) => void
  /** Cuts the connection. */
  cut: () => void
  /** Stores the picture and cuts the connection before the answer. */
  storeAndCut: () => void
}

/** A backend and an upload host whose every step the test takes by hand. */
export interface World {
  options: Required<Pick<UploadOptions, 'requestUpload' | 'checkUpload' | 'transport'>>
  /** Ids that were handed out, in order. */
  minted: string[]
  /** Ids that were asked after, in order. */
  asked: string[]
  /** Ids of stored pictures. */
  stored: Set<string>
  sendings: Sending[]
  /** How the next calls of the backend end, in place of the usual. */
  mintFailures: ImagesError[]
  askFailures: ImagesError[]
  /** Whether the draft flag still says that a stored picture has not arrived. */
  stale: boolean
}

export function createWorld(): World {
  const world: World = {
    minted: [],
    asked: [],
    stored: new Set(),
    sendings: [],
    mintFailures: [],
    askFailures: [],
    stale: false,
    options: {
      requestUpload: async () => {
        const failure = world.mintFailures.shift()
        if (failure) throw failure
        const id = `image-${world.minted.length + 1}`
        world.minted.push(id)
        return { id, uploadURL: `https://upload.example/${id}` }
      },
      checkUpload: async (id): Promise<CheckedUpload> => {
        world.asked.push(id)
        const failure = world.askFailures.shift()
        if (failure) throw failure
        const filename = world.sendings.find((sending) => sending.id === id)?.file.name
        return world.stored.has(id) && !world.stale
          ? { id, ...(filename && { filename }) }
          : { id, draft: true }
      },
      transport: ((request) =>
        new Promise((resolve, reject) => {
          const id = request.url.split('/').at(-1)!
          const answer: Sending['answer'] = (status, body) =>
            resolve(
              new Response(typeof body === 'string' ? body : JSON.stringify(body), {
                status,
              }),
            )
          const cut = () => reject(new ImagesError('network', 'cut'))
          request.signal.addEventListener('abort', () =>
            reject(new ImagesError('aborted', 'aborted')),
          )
          world.sendings.push({
            ...request,
            id,
            answer,
            cut,
            succeed: () => {
              world.stored.add(id)
              answer(
                200,
                envelope({
                  id,
                  filename: request.file.name,
                  uploaded: '2026-11-22T00:00:00.000Z',
                  requireSignedURLs: false,
                  variants: [],
                  meta: {},
                }),
              )
            },
            storeAndCut: () => {
              world.stored.add(id)
              cut()
            },
          })
        })) satisfies Transport,
    },
  }
  return world
}

/** What Cloudflare wraps a success in. */
export const envelope = (result: unknown) => ({
  result,
  success: true,
  errors: [],
  messages: [],
})

/** What Cloudflare wraps a failure in. */
export const failure = (code: number, message: string) => ({
  result: null,
  success: false,
  errors: [{ code, message }],
  messages: [],
})

/** A PNG's signature and header for this size: enough for whoever reads no further. */
export function png(name = 'dot.png', { width = 3, height = 2 } = {}): File {
  const bytes = new Uint8Array(45)
  bytes.set([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
  ])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return new File([bytes], name, { type: 'image/png' })
}
