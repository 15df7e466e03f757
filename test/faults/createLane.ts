import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator, memoryStore } from 'react-cloudflare-images/emulator'
import { serveEmulator } from 'react-cloudflare-images/node'
import {
  cloudflareApi,
  createImagesHandler,
  toNodeHandler,
} from 'react-cloudflare-images/server'
import { createFaultProxy } from './createFaultProxy.ts'
import type { FaultPlan } from './createFaultProxy.ts'

/** What goes wrong on the two wires that leave the page. */
export interface LaneOptions {
  /** Origin of the page. */
  page: string
  /** On the wire to the upload host. */
  upload?: readonly FaultPlan[] | undefined
  /** On the wire to the backend. */
  backend?: readonly FaultPlan[] | undefined
  /** Milliseconds by which the draft flag follows the bytes. @default 0 */
  draftLag?: number | undefined
  /** Whether the first upload URL has expired when it is used. @default false */
  expired?: boolean | undefined
  /** Whether somebody else uses the first upload URL before we do. @default false */
  used?: boolean | undefined
  /** Whether pages may read what the upload host answers. @default true */
  uploadCors?: boolean | undefined
}

/** A Cloudflare, a backend and the wires to both, for one case alone. */
export interface Lane {
  endpoint: string
  /** POSTs that the upload host was sent. */
  attempts: () => number
  /** Preflights that the upload host was asked. */
  preflights: () => number
  minted: () => number
  /** Names and bytes of what Cloudflare has stored. */
  stored: () => Promise<{ filename: string; bytes: Uint8Array }[]>
  close: () => Promise<void>
}

/** Builds everything a case needs, all on ports of its own. */
export async function createLane({
  page,
  upload = [],
  backend = [],
  draftLag = 0,
  expired = false,
  used = false,
  uploadCors = true,
}: LaneOptions): Promise<Lane> {
  let ports = { emulator: 0, backend: 0 }
  const uploadWire = await createFaultProxy(() => ports.emulator, upload)
  const backendWire = await createFaultProxy(() => ports.backend, backend)
  const store = memoryStore()
  const emulator = createEmulator({
    store,
    publicOrigin: uploadWire.origin,
    fidelity: { uploadCors },
  })
  const served = await serveEmulator(emulator)
  let minted = 0
  const arrivals = new Map<string, number>()

  const handler = createImagesHandler({
    images: cloudflareApi({
      accountId: 'account',
      apiToken: 'token',
      baseUrl: `${served.origin}/client/v4`,
    }),
    authorize: () => ({ id: 'ada' }),
    trustedOrigins: [page],
  })
  const serve = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const answer = await handler(request)
    if (request.method === 'POST' && pathname.endsWith('/images') && answer.ok) {
      minted += 1
      const { id, uploadURL } = await answer.clone().json()
      if (minted === 1 && expired) await expire(id)
      if (minted === 1 && used) await spend(uploadURL)
    }
    return request.method === 'GET' && draftLag > 0 ? late(answer) : answer
  }
  /** Says of a picture that has arrived for some time that it has not. */
  const late = async (answer: Response): Promise<Response> => {
    const image = await answer.clone().json()
    if (!answer.ok || image.draft) return answer
    const since = arrivals.get(image.id) ?? Date.now()
    arrivals.set(image.id, since)
    if (Date.now() - since >= draftLag) return answer
    return Response.json({ ...image, draft: true }, { headers: answer.headers })
  }
  const expire = async (id: string) => {
    const draft = await store.read(id)
    if (draft) await store.write({ ...draft, draftUntil: Date.now() - 1 })
  }
  const spend = async (url: string) => {
    const body = new FormData()
    const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    body.set('file', new File([dot], 'somebody-else.svg', { type: 'image/svg+xml' }))
    await fetch(url.replace(uploadWire.origin, served.origin), { method: 'POST', body })
  }

  const server = createServer(toNodeHandler(serve))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  ports = { emulator: served.port, backend: (server.address() as AddressInfo).port }
  return {
    endpoint: `${backendWire.origin}/api/images`,
    attempts: () => uploadWire.requests.filter(({ method }) => method === 'POST').length,
    preflights: () =>
      uploadWire.requests.filter(({ method }) => method === 'OPTIONS').length,
    minted: () => minted,
    stored: async () => {
      const images = (await store.list()).filter(({ file }) => file)
      return Promise.all(
        images.map(async ({ id, filename }) => ({
          filename,
          bytes: (await store.readBytes(id))!,
        })),
      )
    },
    close: async () => {
      await uploadWire.close()
      await backendWire.close()
      await served.close()
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
