// The service worker of the static build: Cloudflare Images and a backend, in the visitor's own browser.
import {
  canvasTransformer,
  createEmulator,
  indexedDbStore,
} from 'react-cloudflare-images/emulator'
import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'
import { userOf } from '../stories/start/session.ts'
import { variants } from '../stories/variants.ts'
import type { StaticSample } from './staticEmulator.ts'

/** The little of a service worker that is used: its types exclude those of a page, which the rest of these files need. */
interface WorkerScope {
  readonly location: Location
  readonly registration: { readonly scope: string }
  readonly clients: { readonly claim: () => Promise<void> }
  readonly skipWaiting: () => Promise<void>
  readonly addEventListener: (
    type: 'install' | 'activate' | 'message' | 'fetch',
    listener: (event: WorkerEvent) => void,
  ) => void
}

interface WorkerEvent {
  readonly request: Request
  readonly waitUntil: (work: Promise<unknown>) => void
  readonly respondWith: (answer: Promise<Response>) => void
}

const worker = globalThis as unknown as WorkerScope // which is what runs this file
const { origin } = worker.location
const name = `react-cloudflare-images ${worker.registration.scope}`
const emulator = createEmulator({
  flexibleVariants: true,
  publicOrigin: origin,
  store: indexedDbStore({ name }),
  transformer: canvasTransformer(),
})
const { CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN } = emulator.env()
const images = cloudflareApi({
  accountId: CLOUDFLARE_ACCOUNT_ID,
  apiToken: CLOUDFLARE_API_TOKEN,
  baseUrl: `${origin}/client/v4`,
  fetch: async (input, init) => emulator.fetch(new Request(input, init)),
})
const handler = createImagesHandler({ images, authorize: userOf })

/** Hosts that pages may name as they would in production. */
const hosts = ['https://imagedelivery.net', 'https://upload.imagedelivery.net']
const prefixes = [
  '/client/v4/',
  '/cdn-cgi/imagedelivery/',
  '/__emulator/',
  `/${emulator.delivery.accountHash}/`,
]

const isCloudflare = (url: URL) =>
  hosts.includes(url.origin) ||
  (url.origin === origin && prefixes.some((prefix) => url.pathname.startsWith(prefix)))

const isBackend = ({ origin: from, pathname }: URL) =>
  from === origin && (pathname === '/api/images' || pathname.startsWith('/api/images/'))

let seeding: Promise<void> | undefined

/** Puts the samples there once for each browser; what a visitor deletes stays deleted. */
const seed = async () => {
  const { result } = (await (await callAccount('variants')).json()) as {
    result: { variants: object }
  }
  if ('avatar' in result.variants) return
  const at = (path: string) => new URL(path, worker.location.href)
  const samples = (await (
    await fetch(at('samples/samples.json'))
  ).json()) as StaticSample[]
  for (const { path, ...sample } of samples) {
    const file = await (await fetch(at(path))).blob()
    await emulator.seed({ images: [{ ...sample, file }] })
  }
  await emulator.seed({ variants }) // last, because it is what says that all is there
}

const callAccount = async (call: string) =>
  emulator.fetch(
    `${origin}/client/v4/accounts/${CLOUDFLARE_ACCOUNT_ID}/images/v1/${call}`,
    { headers: { authorization: `Bearer ${CLOUDFLARE_API_TOKEN}` } },
  )

const answer = async (request: Request, url: URL) => {
  seeding ??= seed().catch((error: unknown) => {
    seeding = undefined
    throw error
  })
  await seeding
  return isBackend(url) ? handler(request) : emulator.fetch(request)
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
// After a hard reload a page is on its own, and nothing tells the worker.
worker.addEventListener('message', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (isBackend(url) || isCloudflare(url)) event.respondWith(answer(event.request, url))
})
