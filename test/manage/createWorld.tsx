import { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createImagesApi, defineDelivery, ImagesProvider } from 'react-cloudflare-images'
import type {
  CloudflareImage,
  ImagesApi,
  ImagesApiOptions,
  ImagesProviderProps,
} from 'react-cloudflare-images'
import { createEmulator } from 'react-cloudflare-images/emulator'
import type { Emulator, SeedImage } from 'react-cloudflare-images/emulator'
import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'

/** An emulated Cloudflare, the user's backend before it, and a browser's client of that backend. */
export interface World {
  emulator: Emulator
  api: ImagesApi
  queryClient: QueryClient
  /** Calls of the browser to its backend, as `GET ?limit=2`, oldest first. */
  calls: string[]
  /** Signals of those calls. */
  signals: (AbortSignal | null | undefined)[]
  /** Answers the next call whose line contains `match`; what it returns is the answer, undefined lets it through. */
  intercept: (match: string, answer: Interceptor) => void
  /** Sends bytes to a one-time upload URL. */
  upload: (uploadURL: string, filename: string) => Promise<void>
  /** Sees what every call is made with. */
  watch: ((init: RequestInit) => void) | undefined
  /** Puts images of the signed-in user there, oldest first. */
  seed: (
    count: number,
    image?: (index: number) => Partial<SeedImage>,
  ) => Promise<string[]>
  /** What Cloudflare still holds, newest first. */
  stored: () => Promise<string[]>
  Provider: (props: ImagesProviderProps) => ReactNode
}

type Answer = Response | undefined
/** Is given the body that was sent. */
type Interceptor = (body: string) => Answer | Promise<Answer>

/** Makes a fresh world; nothing in it is a stand-in for our own code. */
export function createWorld(options: ImagesApiOptions = {}): World {
  const emulator = createEmulator({ flexibleVariants: true })
  const cloudflare = cloudflareApi({
    accountId: 'account',
    apiToken: 'token',
    fetch: emulator.fetch,
  })
  const handler = createImagesHandler({
    images: cloudflare,
    authorize: () => ({ id: 'ada' }),
    filterable: ['album'],
  })
  const calls: string[] = []
  const signals: World['signals'] = []
  const interceptors: { match: string; answer: Interceptor }[] = []
  const world: Pick<World, 'watch'> = { watch: undefined }
  const api = createImagesApi({
    ...options,
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input, 'http://app.test')
      const line = `${init?.method} ${url.pathname.replace('/api/images', '')}${url.search}`
      calls.push(line)
      world.watch?.(init ?? {})
      signals.push(init?.signal)
      const at = interceptors.findIndex(({ match }) => line.includes(match))
      const [interceptor] = at < 0 ? [] : interceptors.splice(at, 1)
      const answer = await interceptor?.answer(
        typeof init?.body === 'string' ? init.body : '',
      )
      // The DOM of the tests brings an AbortSignal of its own, which Node's Request refuses.
      const { signal: _signal, ...rest } = init ?? {}
      return answer ?? handler(new Request(url, rest))
    },
  })
  const queryClient = new QueryClient()
  const delivery = defineDelivery({ accountHash: 'hash', baseUrl: 'http://app.test' })

  return Object.assign(world, {
    emulator,
    api,
    queryClient,
    calls,
    signals,
    intercept: ((match, answer) => {
      interceptors.push({ match, answer })
    }) satisfies World['intercept'],
    upload: async (uploadURL: string, filename: string) => {
      // Written by hand: the DOM of the tests brings a FormData of its own, which Node's Request does not know.
      const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${filename}"\r\ncontent-type: image/png\r\n\r\n`
      const body = [...bytes(head), ...pixel, ...bytes('\r\n--b--\r\n')]
      const response = await emulator.fetch(uploadURL, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        body: Uint8Array.from(body),
      })
      if (!response.ok) throw new Error(await response.text())
    },
    seed: (async (count, image) => {
      const images = Array.from({ length: count }, (_, index) => ({
        file: pixel,
        filename: `photo-${index + 1}.png`,
        creator: 'ada',
        uploaded: new Date(Date.UTC(2026, 0, 1, 0, 0, index)),
        ...image?.(index),
      }))
      return (await emulator.seed({ images })).map(({ id }) => id)
    }) satisfies World['seed'],
    stored: async () => (await cloudflare.list({})).images.map(({ id }) => id),
    Provider: (props: ImagesProviderProps) => (
      <ImagesProvider
        api={api}
        queryClient={queryClient}
        delivery={delivery}
        {...props}
      />
    ),
  })
}

/** File names, to see at one glance what a list holds. */
export const namesOf = (images: readonly CloudflareImage[]): string[] =>
  images.map(({ filename }) => filename.replace(/^photo-|\.png$/g, ''))

/** A refusal as the backend would word it. */
export const refusal = (status: number, code: string): Response =>
  Response.json({ error: { code, message: `${code}, says the backend.` } }, { status })

/** A promise and what settles it. */
export function gate<TValue = void>(): {
  promise: Promise<TValue>
  open: (value: TValue) => void
} {
  let open: (value: TValue) => void = () => {}
  const promise = new Promise<TValue>((resolve) => {
    open = resolve
  })
  return { promise, open }
}

const bytes = (text: string) => new TextEncoder().encode(text)

/** A PNG of one grey pixel. */
export const pixel: Uint8Array<ArrayBuffer> = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  ),
  (character) => character.charCodeAt(0),
)
