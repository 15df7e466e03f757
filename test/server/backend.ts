import { createEmulator } from 'react-cloudflare-images/emulator'
import type { Emulator, EmulatorOptions } from 'react-cloudflare-images/emulator'
import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'
import type {
  CloudflareApiOptions,
  ImagesClient,
  ImagesHandler,
  ImagesHandlerOptions,
} from 'react-cloudflare-images/server'

/** A user of the tests; the name is sent as a bearer token. */
export interface TestUser {
  id: string
}

export interface Backend {
  emulator: Emulator
  images: ImagesClient
  handler: ImagesHandler
  /** Calls the backend as somebody, or as nobody. */
  as: (user: string | undefined) => Caller
  /** What reached `on.error`. */
  errors: unknown[]
}

/** One call: `POST -/delete`, with a JSON body and headers where they matter. */
export type Caller = (
  method: string,
  path?: string,
  options?: { json?: unknown; body?: BodyInit; headers?: Record<string, string> },
) => Promise<{ status: number; headers: Headers; body: Answer }>

/** Whatever a call answered: the tests say by their assertions what it must be. */
// oxlint-disable-next-line typescript/no-explicit-any -- an answer's shape is what is being tested
export type Answer = any

export const endpoint = 'https://app.example/api/images'

/** A new emulated account, the driver to it, and a backend that takes any bearer token for a user's id. */
export function setUp(
  options: Partial<ImagesHandlerOptions<TestUser>> = {},
  {
    emulate,
    api,
  }: { emulate?: EmulatorOptions; api?: Partial<CloudflareApiOptions> } = {},
): Backend {
  const emulator = createEmulator(emulate)
  const images = cloudflareApi({
    accountId: 'acc',
    apiToken: 'secret-token',
    baseUrl: 'http://emulator.test/client/v4',
    fetch: (input, init) => emulator.fetch(new Request(input, init)),
    ...api,
  } as CloudflareApiOptions)
  const errors: unknown[] = []
  const handler = createImagesHandler<TestUser>({
    images,
    authorize: (request) => {
      const id = /^Bearer (.*)/.exec(request.headers.get('authorization') ?? '')?.[1]
      return id === undefined ? null : { id }
    },
    ...options,
    on: { error: (error) => errors.push(error), ...options.on },
  })
  return { emulator, images, handler, as: (user) => callerOf(handler, user), errors }
}

/** Uploads to a one-time URL, as a browser does. */
export async function send(
  { emulator }: Pick<Backend, 'emulator'>,
  uploadURL: string,
): Promise<Response> {
  const body = new FormData()
  body.set('file', new File([pixel], 'pixel.png', { type: 'image/png' }))
  return emulator.fetch(new Request(uploadURL, { method: 'POST', body }))
}

/** Mints and uploads as a user; answers the image's id. */
export async function uploadAs(
  backend: Backend,
  user: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const { body } = await backend.as(user)('POST', '', { json: { ...file, ...more } })
  const response = await send(backend, body.uploadURL)
  if (!response.ok) throw new Error(await response.text())
  return body.id
}

export const file = { filename: 'pixel.png', type: 'image/png', size: 70 }

/** One transparent pixel. */
export const pixel: Uint8Array<ArrayBuffer> = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  ),
  (character) => character.charCodeAt(0),
)

const callerOf =
  (handler: ImagesHandler, user: string | undefined): Caller =>
  async (method, path = '', { json, body, headers } = {}) => {
    const response = await handler(
      new Request(path ? `${endpoint}/${path}` : endpoint, {
        method,
        headers: {
          ...(user !== undefined && { authorization: `Bearer ${user}` }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(json !== undefined && { body: JSON.stringify(json) }),
        ...(body !== undefined && { body }),
      }),
    )
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text ? JSON.parse(text) : undefined,
    }
  }
