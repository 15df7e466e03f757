import { parseJson } from '../api/parseJson.ts'
import type {
  HandlerTester,
  TestAnswer,
  TestImagesHandlerOptions,
} from './HandlerTester.ts'

/** Calls a backend as its tests do. */
export function createHandlerTester(
  handler: (request: Request) => Promise<Response>,
  {
    endpoint = 'http://localhost/api/images',
    signIn = (user) => ({ authorization: `Bearer ${user}` }),
    fetch = globalThis.fetch,
  }: TestImagesHandlerOptions,
): HandlerTester {
  const made: HandlerTester['made'] = new Map()

  const call: HandlerTester['call'] = async (user, method, path = '', sent = {}) => {
    const { json } = sent
    const headers = new Headers(user && (await signIn(user)))
    if (json !== undefined) headers.set('content-type', 'application/json')
    for (const name in sent.headers) headers.set(name, sent.headers[name] ?? '')
    const body = json === undefined ? sent.body : JSON.stringify(json)
    const url = /^\w|^-/.test(path) ? `${endpoint}/${path}` : endpoint + path
    const ask = () =>
      handler(new Request(url, { method, headers, ...(body !== undefined && { body }) }))
    // A server may close a connection with a body that it did not read; the next call then finds it closed.
    const response = await ask().catch(ask)
    const { status, headers: answered } = response
    const text = await response.text()
    return { status, headers: answered, text, body: Object(parseJson(text)) }
  }

  const mint: HandlerTester['mint'] = async (more, user = 'ada') => {
    const answer = await call(user, 'POST', '', { json: { ...testFile, ...more } })
    const { id, uploadURL } = answer.body
    expect(answer.status === 201, `a mint answered ${said(answer)} and not 201`)
    expect(typeof id === 'string' && id !== '', `a mint answered the id ${String(id)}`)
    expect(URL.canParse(uploadURL ?? ''), `a mint answered the URL ${uploadURL}`)
    made.set(`${id}`, user)
    return { id: `${id}`, uploadURL: `${uploadURL}` }
  }

  const send = (uploadURL: string) => {
    const body = new FormData()
    body.set('file', new File([testPicture()], 'pixel.png', { type: 'image/png' }))
    return fetch(uploadURL, { method: 'POST', body })
  }

  return {
    call,
    mint,
    send,
    made,
    upload: async (more, user) => {
      const { id, uploadURL } = await mint(more, user)
      const { ok, status } = await send(uploadURL)
      expect(ok, `the upload URL answered ${status} to a picture`)
      return id
    },
  }
}

/** What a mint says in these tests. */
export const testFile = { filename: 'pixel.png', type: 'image/png', size: 70 } as const

/** An id that Cloudflare never gave to anybody. */
export const missingId = '00000000-0000-4000-0000-000000000000'

/** One transparent pixel, 70 bytes. */
export function testPicture(): Uint8Array<ArrayBuffer> {
  const text =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

/** Fails a test, in words for whoever wrote the backend. */
export function expect(isAsExpected: boolean, otherwise: string): asserts isAsExpected {
  if (!isAsExpected) throw new Error(otherwise)
}

/** Fails unless the call was refused with one of these statuses. */
export function expectRefused(answer: TestAnswer, ...statuses: number[]): void {
  expect(
    statuses.includes(answer.status),
    `answered ${said(answer)} and not ${statuses.join(' or ')}`,
  )
}

/** Fails unless two answers cannot be told apart. */
export function expectAlike(one: TestAnswer, other: TestAnswer, what: string): void {
  const isAlike = one.status === other.status && one.text === other.text
  expect(isAlike, `${what} can be told apart: ${said(one)}, ${said(other)}`)
}

/** An answer in a few words. */
export function said({ status, text }: TestAnswer): string {
  return `${status} ${text.slice(0, 200)}`.trim()
}
