import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endpoint, file, setUp } from './backend.ts'

const runs = { numRuns: 200 }
const json = { 'content-type': 'application/json' }
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', ' ', '*', 'ada', 'deleted:ada', 'ada ', '\u0000', 'null'),
)
const isWhole = (id: string) => !/[\p{Cs}]/u.test(id)

describe('whatever comes', () => {
  it('a user’s id is refused, or is the creator letter by letter and nobody else’s', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (id, other) => {
        let who = id
        const { handler, images, emulator } = setUp({ authorize: () => ({ id: who }) })
        const call = (path = '', init: RequestInit = {}) =>
          handler(new Request(endpoint + path, init))
        const mint = { method: 'POST', headers: json, body: JSON.stringify(file) }
        const answer = await call('', mint)
        const isRefused = answer.status === 401
        expect(emulator.requests.length).toBe(isRefused ? 0 : 1)
        if (isRefused) return
        expect(answer.status).toBe(201)
        expect(isWhole(id) && id !== '' && id !== '*').toBe(true)
        const { id: image } = (await answer.json()) as { id: string }
        expect((await images.get(image)).creator).toBe(id)
        who = other
        const seen = (await call(`/${image}`)).status
        expect(seen === 200).toBe(other === id)
      }),
      runs,
    )
  })

  it('a path leads to one image upstream, to a page of one’s own, or nowhere', async () => {
    const backend = setUp({ can: () => true })
    const segment = fc.oneof(
      fc.constantFrom('..', '.', '-', 'keys', '%2e%2e', '%2F', '%', 'variants', 'a'),
      fc
        .string({ unit: 'binary', maxLength: 12 })
        .filter(isWhole)
        .map(encodeURIComponent),
    )
    const paths = fc.array(segment, { maxLength: 4 }).map((all) => all.join('/'))
    const methods = fc.constantFrom('GET', 'DELETE', 'PATCH', 'POST', 'PUT')
    await fc.assert(
      fc.asyncProperty(methods, paths, async (method, path) => {
        fc.pre(!path.startsWith('-'))
        const from = backend.emulator.requests.length
        const sent = method === 'PATCH' || method === 'POST' ? { json: { alt: 'x' } } : {}
        const { status } = await backend.as('ada')(method, path, sent)
        expect(status).toBeLessThan(500)
        for (const request of backend.emulator.requests.slice(from)) {
          expect(request.path).toMatch(
            /^\/client\/v4\/accounts\/acc\/images\/v(1\/[^/]+|2)$/,
          )
          expect(request.path).not.toMatch(/\/(keys|stats|variants|config|\.\.?)$/)
        }
      }),
      runs,
    )
  })

  it('headers let a page of another site change nothing', async () => {
    const { handler, emulator } = setUp({ authorize: () => ({ id: 'ada' }) })
    const own = new URL(endpoint).origin
    const origins = fc.oneof(
      fc.webUrl().map((url) => new URL(url).origin),
      fc.constantFrom(own, 'null', `${own}:8443`, own.replace('https', 'http')),
    )
    const sites = fc.constantFrom('cross-site', 'same-site', 'same-origin', 'none', 'x')
    const some = <TValue>(values: fc.Arbitrary<TValue>) =>
      fc.option(values, { nil: undefined })
    await fc.assert(
      fc.asyncProperty(
        some(origins),
        some(sites),
        some(fc.constant('session=1')),
        async (origin, site, cookie) => {
          const given = { origin, 'sec-fetch-site': site, cookie }
          const headers = new Headers(json)
          for (const [name, value] of Object.entries(given)) {
            if (value !== undefined) headers.set(name, value)
          }
          // The browser's own word, else the origin, else that there is no session to ride on.
          const isOwn = site
            ? ['same-origin', 'none'].includes(site)
            : origin
              ? origin === own
              : !cookie
          const from = emulator.requests.length
          const init = { method: 'POST', headers, body: JSON.stringify(file) }
          const { status } = await handler(new Request(endpoint, init))
          expect(status).toBe(isOwn ? 201 : 403)
          expect(emulator.requests.length - from).toBe(isOwn ? 1 : 0)
        },
      ),
      runs,
    )
  })

  it('bodies are answered without a 5xx, and nothing of them becomes id, creator or access', async () => {
    const backend = setUp()
    const value = fc.jsonValue({ maxDepth: 3 })
    const like = fc.record(
      {
        filename: fc.oneof(fc.constant('a.png'), value),
        type: fc.oneof(fc.constant('image/png'), value),
        size: fc.oneof(fc.constant(70), value),
        facts: fc.oneof(fc.constant({ w: 1, h: 1 }), value),
        metadata: fc.oneof(fc.dictionary(fc.string(), value), value),
        id: fc.string(),
        creator: fc.constantFrom('bob', '', '*'),
        requireSignedURLs: fc.boolean(),
      },
      { requiredKeys: ['filename', 'type', 'size'] },
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: like }, value), async (body) => {
        const { status, body: answer } = await backend.as('ada')('POST', '', {
          json: body,
        })
        expect(status).toBeLessThan(500)
        const isMinted = status === 201
        expect(isMinted ? 'minted' : answer.error.code).toMatch(/^[a-z-]+$/)
        if (!isMinted) return
        expect(answer.id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
        const stored = await backend.images.get(answer.id)
        expect(stored).toMatchObject({ creator: 'ada', requireSignedURLs: false })
        const size = Buffer.byteLength(JSON.stringify(stored.meta ?? {}))
        expect(size).toBeLessThanOrEqual(1_024)
        const patched = await backend.as('ada')('PATCH', answer.id, { json: body })
        expect(patched.status).toBeLessThan(500)
        expect((await backend.images.get(answer.id)).creator).toBe('ada')
      }),
      runs,
    )
  })
})
