import {
  createImagesHandler,
  createLibraryHandler,
  testImagesHandler,
} from 'react-cloudflare-images/server'
import { describe, expect, it } from 'vitest'
import { setUp } from './backend.ts'

/** Runs the suite in process, uploads included. */
function run(
  backend: ReturnType<typeof setUp>,
  level: 'upload' | 'library' | 'full',
  handler: (request: Request) => Promise<Response> = backend.handler,
) {
  const fetch: typeof globalThis.fetch = (input, init) =>
    backend.emulator.fetch(new Request(input, init))
  return testImagesHandler(handler, { level, fetch })
}

describe('testImagesHandler', () => {
  it.each([
    ['upload', 13],
    ['library', 29],
    ['full', 38],
  ] as const)('holds for our own handler at level %s', async (level, count) => {
    const backend = setUp()
    expect(await run(backend, level)).toHaveLength(count)
    expect(backend.errors).toEqual([])
  })

  it('holds for the handler of the library at its level, and finds that it serves no more', async () => {
    const backend = setUp()
    const handler = createLibraryHandler({
      images: backend.images,
      authorize: ({ headers }) => {
        const id = /^Bearer (\w+)$/.exec(headers.get('authorization') ?? '')?.[1]
        return id === undefined ? null : { id }
      },
    })
    expect(await run(backend, 'library', handler)).toHaveLength(29)
    const failure = await run(backend, 'full', handler).catch((error: unknown) => error)
    expect((failure as AggregateError).errors).toHaveLength(9)
    expect((failure as Error).message).toMatch(/^9 of 38 failed:/)
    const calls = backend.emulator.requests.length
    const headers = { authorization: 'Bearer ada', 'content-type': 'application/json' }
    for (const path of ['delete', 'confirm', 'import', 'proxy', 'signed-urls']) {
      const url = `http://localhost/api/images/-/${path}`
      const init = { method: 'POST', headers, body: '{"ids":[]}' }
      expect((await handler(new Request(url, init))).status).toBe(404)
    }
    expect(backend.emulator.requests).toHaveLength(calls)
  })

  it('leaves no image behind', async () => {
    const backend = setUp()
    await run(backend, 'full')
    expect((await backend.images.list()).images).toEqual([])
  })

  it('finds a backend that knows everybody', async () => {
    const backend = setUp({ authorize: () => ({ id: 'ada' }) })
    const failure = await run(backend, 'library').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(AggregateError)
    const { message, errors } = failure as AggregateError
    expect(message).toMatch(/^\d+ of 29 failed:/)
    expect(message).toContain('mints for nobody who is not signed in: answered 201')
    expect(message).toContain('lists nobody else’s images')
    expect(errors.length).toBeGreaterThan(3)
  })

  it('finds a backend whose `can` allows everybody everything', async () => {
    const backend = setUp({ can: () => true })
    const failure = await run(backend, 'full').catch((error: unknown) => error)
    for (const title of [
      'tells nobody whether a foreign image exists',
      'lists nobody else’s images',
      'lets nobody change who sees an image',
      'lets no user manage the account',
      'gives URLs of one’s own images only',
    ]) {
      expect((failure as Error).message).toContain(title)
    }
  })

  it('finds a backend that trusts every page', async () => {
    const backend = setUp({ trustedOrigins: ['https://evil.example'] })
    const failure = await run(backend, 'upload').catch((error: unknown) => error)
    expect((failure as Error).message).toContain('refuses pages of other sites')
    expect((failure as Error).message).toContain('lets no other page ask beforehand')
  })

  it('finds a driver that lists everybody’s images', async () => {
    const backend = setUp()
    const { images } = backend
    const handler = createImagesHandler({
      images: {
        ...images,
        get: (id) => images.get(id).then((i) => ({ ...i, creator: 'ada' })),
      },
      authorize: ({ headers }) => (headers.has('authorization') ? { id: 'ada' } : null),
    })
    await expect(run(backend, 'library', handler)).rejects.toThrow(
      'tells nobody whether a foreign image exists',
    )
  })
})
