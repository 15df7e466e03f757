import { expect, expectRefused, said, testFile } from './createHandlerTester.ts'
import type { HandlerCheck } from './HandlerTester.ts'

const json = { 'content-type': 'application/json' }
const refused = [400, 403, 404, 405, 411, 413, 415, 422] as const

/** What a backend that only mints must do. */
export const uploadChecks: readonly HandlerCheck[] = [
  {
    title: 'mints for nobody who is not signed in',
    run: async ({ call }) =>
      expectRefused(await call(undefined, 'POST', '', { json: testFile }), 401),
  },
  {
    title: 'asks who it is before it looks at the body',
    run: async ({ call }) =>
      expectRefused(await call(undefined, 'POST', '', { body: '{', headers: json }), 401),
  },
  {
    title: 'mints another id and a one-time URL for every call',
    run: async ({ mint }) => {
      const [one, two] = [await mint(), await mint()]
      expect(one.id !== two.id, `two mints answered the id ${one.id}`)
      expect(one.uploadURL !== two.uploadURL, `two mints answered ${one.uploadURL}`)
    },
  },
  {
    title: 'mints a URL that takes one picture',
    run: async ({ upload }) => void (await upload()),
  },
  {
    title: 'lets no browser choose the id',
    run: async ({ mint }) => {
      const wish = { id: `wish-${crypto.randomUUID()}` }
      const { id } = await mint(wish as object)
      expect(id !== wish.id, 'the id that the browser sent was taken')
    },
  },
  {
    title: 'reads no body of another content type, which any page could send',
    run: async ({ call }) => {
      const body = JSON.stringify(testFile)
      for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
        const headers = { 'content-type': type }
        expectRefused(await call('ada', 'POST', '', { body, headers }), 400, 415, 422)
      }
    },
  },
  {
    title: 'reads no body that is too long',
    run: async ({ call }) => {
      const sent = { ...testFile, metadata: { long: 'x'.repeat(70_000) } }
      expectRefused(await call('ada', 'POST', '', { json: sent }), 400, 413, 422)
    },
  },
  {
    title: 'takes nothing but a JSON object',
    run: async ({ call }) => {
      for (const body of ['', '[]', 'null', '"text"', '{', '{"filename":']) {
        expectRefused(await call('ada', 'POST', '', { body, headers: json }), 400, 422)
      }
    },
  },
  {
    title: 'mints for nothing that Cloudflare would refuse',
    run: async ({ call }) => {
      const wrong = [
        { size: 0 },
        { size: -1 },
        { size: 1e12 },
        { size: '70' },
        { type: 'text/html' },
        { type: 7 },
        { filename: '' },
        { filename: 'x'.repeat(256) },
        { metadata: { long: 'x'.repeat(1_024) } },
      ]
      for (const change of wrong) {
        const answer = await call('ada', 'POST', '', { json: { ...testFile, ...change } })
        expectRefused(answer, 400, 413, 415, 422)
      }
    },
  },
  {
    title: 'refuses pages of other sites, whatever the session says',
    run: async ({ call }) => {
      const origin = 'https://evil.example'
      for (const headers of [
        { origin, 'sec-fetch-site': 'cross-site' },
        { origin, 'sec-fetch-site': 'same-site' },
        { origin: 'null' },
        { origin },
      ]) {
        const answer = await call('ada', 'POST', '', { json: testFile, headers })
        expectRefused(answer, 403)
        const allowed = answer.headers.get('access-control-allow-origin')
        expect(allowed === null, `its answers may be read by ${allowed}`)
      }
    },
  },
  {
    title: 'lets no other page ask beforehand',
    run: async ({ call }) => {
      const headers = {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      }
      const answer = await call(undefined, 'OPTIONS', '', { headers })
      const allowed = answer.headers.get('access-control-allow-origin')
      expect(allowed === null, `a preflight of ${headers.origin} was allowed: ${allowed}`)
    },
  },
  {
    title: 'knows no other methods and no names that objects inherit',
    run: async ({ call }) => {
      for (const [method, path] of [
        ['PUT', ''],
        ['PATCH', ''],
        ['DELETE', ''],
        ['POST', '-/constructor'],
        ['POST', '-/__proto__'],
        ['POST', '-/'],
      ] as const) {
        const answer = await call(
          'ada',
          method,
          path,
          method === 'DELETE' ? {} : { json: {} },
        )
        expectRefused(answer, 404, 405)
      }
    },
  },
  {
    title: 'says what is wrong as { error: { code, message } } or not at all',
    run: async ({ call }) => {
      const answer = await call('ada', 'POST', '', { json: { ...testFile, size: 0 } })
      const { error } = answer.body
      const isOurs = typeof error?.code === 'string' && typeof error.message === 'string'
      expect(isOurs || !error, `an error reads ${said(answer)}`)
      expect(
        refused.some((status) => status === answer.status),
        said(answer),
      )
    },
  },
]
