import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { routes } from '../../src/api/routes.ts'
import type { Route } from '../../src/api/routes.ts'
import { endpoint, setUp, uploadAs } from '../server/backend.ts'
import { createOpenApi } from './createOpenApi.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))
const shipped = read('src/api/openapi.json') as ReturnType<typeof createOpenApi>

it('is what the table of routes says; `npm run openapi` writes it', () => {
  const { version } = read('package.json') as { version: string }
  expect(shipped).toEqual(createOpenApi(version))
})

it('is an OpenAPI 3.1 document to an independent validator', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(structuredClone(shipped))
  expect(errors).toBeUndefined()
  expect([valid, validator.version]).toEqual([true, '3.1'])
  const broken = {
    ...structuredClone(shipped),
    paths: { '/x': { get: { responses: 7 } } },
  }
  expect((await new Validator().validate(broken)).valid).toBe(false)
})

it('has every call of the protocol', () => {
  const operations = Object.values(shipped['paths'] as Record<string, object>)
    .flatMap((path) => Object.values(path) as { operationId: string }[])
    .map(({ operationId }) => operationId)
  expect(operations.toSorted()).toEqual(Object.keys(routes).toSorted())
})

const words = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('__proto__', '..', 'keys', 'public', 'a/b', '%', '%00', '*', ''),
)
const facts = fc.record({ w: fc.anything(), h: fc.integer() }, { requiredKeys: [] })
const body = fc.oneof(
  fc.record(
    {
      filename: words,
      type: fc.oneof(words, fc.constant('image/png')),
      size: fc.oneof(fc.integer(), fc.double()),
      facts: fc.oneof(fc.constant({ w: 1, h: 1 }), facts),
      metadata: fc.oneof(fc.dictionary(words, fc.jsonValue()), fc.jsonValue()),
      ids: fc.array(words, { maxLength: 8 }),
      variants: fc.array(words, { maxLength: 3 }),
      alt: fc.oneof(words, fc.constant(null)),
      focalPoint: fc.oneof(fc.tuple(fc.double(), fc.double()), fc.jsonValue()),
      requireSignedURLs: fc.oneof(fc.boolean(), words),
      url: fc.oneof(fc.webUrl(), words),
      id: words,
      options: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
)
const request = fc.record({
  route: fc.constantFrom(...Object.values<Route>(routes)),
  method: fc.option(
    fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'HEAD', 'OPTIONS'),
  ),
  item: fc.oneof(fc.constant('own'), words),
  query: fc.dictionary(
    fc.constantFrom(
      'limit',
      'cursor',
      'sort',
      'urls',
      'sha',
      'creator',
      'meta.album[eq]',
      'meta.album[x]',
    ),
    words,
    { maxKeys: 4 },
  ),
  body,
  text: fc.option(words),
  type: fc.constantFrom(
    'application/json',
    'application/json; charset=utf-8',
    'text/plain',
    'multipart/form-data; boundary=x',
  ),
  user: fc.constantFrom('ada', 'ada', 'ada', 'bob', ''),
  origin: fc.constantFrom(
    undefined,
    'https://app.example',
    'https://evil.example',
    'null',
  ),
})

it('holds against 500 generated requests: no answer is a 5xx', async () => {
  const backend = setUp({
    filterable: ['album'],
    can: ({ id }, action) =>
      id === 'ada' && !/^(list|get|update|delete|access)$/.test(action),
  })
  const statuses = new Map<number, number>()
  const own = await uploadAs(backend, 'ada')
  await fc.assert(
    fc.asyncProperty(request, async ({ route, item, query, user, origin, ...sent }) => {
      const method = sent.method ?? route.method
      const path = route.path.replace(/\{\w+\}/, encode(item === 'own' ? own : item))
      const hasBody = !/GET|HEAD/.test(method)
      const response = await backend.handler(
        new Request(`${endpoint}${path && `/${path}`}?${new URLSearchParams(query)}`, {
          method,
          headers: {
            'content-type': sent.type,
            ...(user && { authorization: `Bearer ${user}` }),
            ...(origin && { origin }),
          },
          ...(hasBody && { body: sent.text ?? JSON.stringify(sent.body) }),
        }),
      )
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
      const text = await response.text()
      expect(text).not.toMatch(/secret-token|"creator"/)
      const isCoded = response.ok || text.startsWith('{"error":{"code":"')
      expect({ text, isCoded, failed: response.status >= 500 }).toEqual({
        text,
        isCoded: true,
        failed: false,
      })
    }),
    { numRuns: 500 },
  )
  // The requests were no nonsense: many were served, and many were refused for different reasons.
  for (const status of [200, 401, 403, 404, 422])
    expect(statuses.get(status)).toBeGreaterThan(0)
  // What reached the app's log are Cloudflare's refusals, and no failure of our own.
  for (const error of backend.errors) {
    expect((error as { cloudflareCode?: number }).cloudflareCode).toBeLessThan(5_500)
  }
})

const encode = (text: string) => encodeURIComponent(text)
