import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'react-cloudflare-images/emulator'
import { publicFetch } from 'react-cloudflare-images/node'
import type { PublicFetchOptions } from 'react-cloudflare-images/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { callApi, formOf, refusal } from '../emulator/callApi.ts'
import { photograph } from '../support/pictures.ts'

/** A service on this machine that nobody from outside should reach. */
const inside = createServer((request, response) => {
  reached.push(request.url ?? '')
  if (request.url === '/moved.png') response.writeHead(302, { location: '/cat.png' })
  response.end(request.url === '/cat.png' ? picture : '')
})
const reached: string[] = []
let picture: Uint8Array
let port: number

beforeAll(async () => {
  picture = await photograph({ width: 40, height: 30 })
  inside.listen(0, '127.0.0.1')
  await once(inside, 'listening')
  port = (inside.address() as AddressInfo).port
})
afterEach(() => {
  reached.length = 0
})
afterAll(() => inside.close())

type Address = { address: string; family: number }

/** Names of an invented internet, each with the addresses of its first, second … lookup. */
const resolver = (names: Record<string, Address[][]>) => {
  let asked = 0
  const lookup = (
    name: string,
    _options: unknown,
    found: (error: Error | null, addresses: Address[]) => void,
  ) => {
    const answers = names[name] ?? []
    found(null, answers[Math.min(asked, answers.length - 1)] ?? [])
    asked += 1
  }
  return { lookup: lookup as unknown as NonNullable<PublicFetchOptions['lookup']> }
}

const loopback = { address: '127.0.0.1', family: 4 }
const outside = { address: '198.41.0.4', family: 4 } // public, and never connected to

test('a name that stands for this machine is not connected to', async () => {
  const fetch = publicFetch(resolver({ 'evil.test': [[loopback]] }))
  const request = new Request(`http://evil.test:${port}/cat.png`)
  await expect(fetch(request)).rejects.toMatchObject({ code: 'forbidden' })
  expect(reached).toEqual([])
})

test('one private address among public ones is one too many', async () => {
  const fetch = publicFetch(resolver({ 'evil.test': [[outside, loopback]] }))
  const request = new Request(`http://evil.test:${port}/cat.png`)
  await expect(fetch(request)).rejects.toMatchObject({ code: 'forbidden' })
  expect(reached).toEqual([])
})

test('a name that stands for something else the second time gains nothing', async () => {
  const rebinding = resolver({ 'evil.test': [[outside], [loopback]] })
  const giveUp = new AbortController()
  const fetch = publicFetch({
    lookup: ((name: string, options: object, found: () => void) => {
      giveUp.abort() // what follows the first lookup would go out into the internet
      rebinding.lookup(name, options, found)
    }) as unknown as NonNullable<PublicFetchOptions['lookup']>,
  })
  const url = `http://evil.test:${port}/cat.png`
  await expect(fetch(new Request(url, giveUp))).rejects.toMatchObject({
    name: 'AbortError',
  })
  await expect(fetch(new Request(url))).rejects.toMatchObject({ code: 'forbidden' })
  expect(reached).toEqual([])
})

test('an address in place of a name is looked at as well', async () => {
  for (const host of ['127.0.0.1', '[::1]', 'localhost', '0x7f.1'])
    await expect(
      publicFetch()(new Request(`http://${host}:${port}/cat.png`)),
    ).rejects.toMatchObject({ code: 'forbidden' })
  expect(reached).toEqual([])
})

test('a picture of a private host that was named is stored, over a redirect', async () => {
  const privateHosts = [`127.0.0.1:${port}`]
  const emulator = createEmulator({ fetch: publicFetch({ privateHosts }), privateHosts })
  const body = formOf({ url: `http://127.0.0.1:${port}/moved.png` })
  const { result } = await callApi<{ id: string; filename: string }>(
    emulator,
    'POST /v1',
    { body },
  )
  expect(result.filename).toBe('cat.png')
  expect(reached).toEqual(['/moved.png', '/cat.png'])
  const blob = await emulator.fetch(
    `http://images.test/client/v4/accounts/a/images/v1/${result.id}/blob`,
    { headers: { authorization: 'Bearer a' } },
  )
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(picture)
})

test('what is not reached tells why', async () => {
  const emulator = createEmulator({
    fetch: publicFetch(resolver({ 'evil.test': [[loopback]] })),
  })
  const body = formOf({ url: `http://evil.test:${port}/cat.png` })
  const [status, number, message] = refusal(await callApi(emulator, 'POST /v1', { body }))
  expect([status, number]).toEqual([400, 5454])
  expect(message).toContain('evil.test is at 127.0.0.1')
})
