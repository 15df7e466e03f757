import { createEmulator } from 'react-cloudflare-images/emulator'
import type { EmulatorOptions } from 'react-cloudflare-images/emulator'
import { expect, test } from 'vitest'
import { photograph } from '../support/pictures.ts'
import { callApi, formOf, refusal } from './callApi.ts'

const picture = await photograph({ width: 40, height: 30, format: 'png' })

/** An internet of some URLs; every other answers with 404. What was asked of it is written down. */
const internet = (pages: Record<string, () => Response>) => {
  const asked: Request[] = []
  const fetch = async (request: Request) => {
    asked.push(request)
    return pages[request.url]?.() ?? new Response('nothing here', { status: 404 })
  }
  return { asked, fetch }
}

const found = () => new Response(picture)
const moved = (location: string) => () =>
  new Response(null, { status: 302, headers: { location } })

const upload = async (
  options: EmulatorOptions,
  url: string,
  more: Record<string, string | File> = {},
) => {
  const emulator = createEmulator(options)
  const body = formOf({ url, ...more })
  return callApi<{ id: string; filename: string }>(emulator, 'POST /v1', { body })
}

test('stores a picture by its URL, under the name that the URL has', async () => {
  const { fetch } = internet({ 'https://pictures.test/a/my%20cat.png?size=1': found })
  const answer = await upload({ fetch }, 'https://pictures.test/a/my%20cat.png?size=1')
  expect(answer).toMatchObject({ success: true, result: { filename: 'my cat.png' } })
})

test('fetches nothing unless it is told how', async () => {
  const answer = await upload({}, 'https://pictures.test/cat.png')
  expect(refusal(answer).slice(0, 2)).toEqual([400, 5454])
})

test('refuses a file and a URL together', async () => {
  const { fetch, asked } = internet({ 'https://pictures.test/cat.png': found })
  const answer = await upload({ fetch }, 'https://pictures.test/cat.png', {
    file: new File([picture], 'a.png'),
  })
  expect(refusal(answer).slice(0, 2)).toEqual([400, 5400])
  expect(asked).toEqual([])
})

test('sends user and password of the URL as a header, and to no other origin', async () => {
  const { fetch, asked } = internet({
    'https://pictures.test/cat.png': moved('/moved.png'),
    'https://pictures.test/moved.png': moved('https://elsewhere.test/cat.png'),
    'https://elsewhere.test/cat.png': found,
  })
  const answer = await upload({ fetch }, 'https://me:p%C3%A4ss@pictures.test/cat.png')
  expect(answer.success).toBe(true)
  const basic = `Basic ${Buffer.from('me:päss').toString('base64')}`
  expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual([
    basic,
    basic,
    null,
  ])
})

test.each([
  'http://127.0.0.1/a.png',
  'http://127.1/a.png',
  'http://2130706433/a.png',
  'http://0x7f000001/a.png',
  'http://0177.0.0.1/a.png',
  'http://127.0.0.1./a.png',
  'http://①②⑦.⓪.⓪.①/a.png',
  'http://0/a.png',
  'http://localhost:8787/client/v4/accounts/a/images/v1/keys',
  'http://LOCALHOST./a.png',
  'http://app.localhost/a.png',
  'http://router/a.png',
  'http://printer.local/a.png',
  'http://metadata.google.internal/a.png',
  'http://10.0.0.1/a.png',
  'http://100.64.0.1/a.png',
  'http://169.254.169.254/latest/meta-data',
  'http://172.16.0.1/a.png',
  'http://172.31.255.255/a.png',
  'http://192.168.1.1/a.png',
  'http://198.19.0.1/a.png',
  'http://224.0.0.1/a.png',
  'http://255.255.255.255/a.png',
  'http://[::1]/a.png',
  'http://[::]/a.png',
  'http://[::ffff:127.0.0.1]/a.png',
  'http://[::ffff:7f00:1]/a.png',
  'http://[::127.0.0.1]/a.png',
  'http://[64:ff9b::7f00:1]/a.png',
  'http://[2002:7f00:1::]/a.png',
  'http://[2001::1]/a.png',
  'http://[2001:db8::1]/a.png',
  'http://[fc00::1]/a.png',
  'http://[fd12:3456::1]/a.png',
  'http://[fe80::1]/a.png',
  'http://[ff02::1]/a.png',
  'file:///etc/passwd',
  'ftp://pictures.test/a.png',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
  '//pictures.test/a.png',
  'not a URL',
  '',
])('asks nobody for %j', async (url) => {
  const { fetch, asked } = internet({})
  expect(refusal(await upload({ fetch }, url)).slice(0, 2)).toEqual([400, 5454])
  expect(asked).toEqual([])
})

test.each([
  'http://8.8.8.8/a.png',
  'http://172.32.0.1/a.png',
  'http://100.128.0.1/a.png',
  'http://[2606:4700::1111]/a.png',
  'http://[2001:4860:4860::8888]/a.png',
  'http://pictures.test/a.png',
])('asks for %s', async (url) => {
  const { fetch, asked } = internet({ [url]: found })
  expect((await upload({ fetch }, url)).success).toBe(true)
  expect(asked.map((request) => request.url)).toEqual([url])
})

test.each([
  'http://127.0.0.1/secret.png',
  'http://[::1]/secret.png',
  '//0x7f.1/secret.png',
  'file:///etc/passwd',
])('follows no redirect to %s', async (location) => {
  const { fetch, asked } = internet({ 'https://pictures.test/cat.png': moved(location) })
  const answer = await upload({ fetch }, 'https://pictures.test/cat.png')
  expect(refusal(answer).slice(0, 2)).toEqual([400, 5454])
  expect(asked).toHaveLength(1)
})

test('follows five redirects and no more', async () => {
  const hops = (count: number) =>
    internet({
      ...Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `https://pictures.test/${at}`,
          moved(`/${at + 1}`),
        ]),
      ),
      [`https://pictures.test/${count}`]: found,
    })
  expect((await upload(hops(5), 'https://pictures.test/0')).success).toBe(true)
  const answer = await upload(hops(6), 'https://pictures.test/0')
  expect(refusal(answer)).toEqual([
    400,
    5454,
    'Could not fetch the image from the URL: it is redirected too often',
  ])
})

test('asks a private host that was named, with its port', async () => {
  const { fetch, asked } = internet({ 'http://localhost:3000/cat.png': found })
  const options = { fetch, privateHosts: ['localhost:3000'] }
  expect((await upload(options, 'http://localhost:3000/cat.png')).success).toBe(true)
  await upload(options, 'http://localhost:3001/cat.png')
  expect(asked).toHaveLength(1)
})

test('reads no more than it may store', async () => {
  let sent = 0
  let isCancelled = false
  const endless = new ReadableStream({
    pull: (controller) => {
      sent += 1_000
      controller.enqueue(new Uint8Array(1_000))
    },
    cancel: () => {
      isCancelled = true
    },
  })
  const { fetch } = internet({ 'https://pictures.test/a': () => new Response(endless) })
  const answer = await upload(
    { fetch, limits: { fileSize: 10_000 } },
    'https://pictures.test/a',
  )
  expect(refusal(answer).slice(0, 2)).toEqual([413, 5413])
  expect(isCancelled).toBe(true)
  expect(sent).toBeLessThan(15_000)
})

test('waits only so long', async () => {
  const fetch = async ({ signal }: Request) =>
    new Promise<Response>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    })
  const answer = await upload(
    { fetch, limits: { fetchTime: 20 } },
    'https://pictures.test/a',
  )
  expect(refusal(answer)).toEqual([
    400,
    5454,
    'Could not fetch the image from the URL: it took too long',
  ])
})

test.each([
  [404, 'it answered with 404'],
  [500, 'it answered with 500'],
])('tells of an answer %i', async (status, reason) => {
  const { fetch } = internet({
    'https://pictures.test/a': () => new Response('', { status }),
  })
  const [, number, message] = refusal(await upload({ fetch }, 'https://pictures.test/a'))
  expect(number).toBe(5454)
  expect(message).toContain(reason)
})

test('refuses what is no picture, whatever type it claims', async () => {
  const page = () =>
    new Response('<html></html>', { headers: { 'content-type': 'image/png' } })
  const { fetch } = internet({ 'https://pictures.test/a.png': page })
  const answer = await upload({ fetch }, 'https://pictures.test/a.png')
  expect(refusal(answer).slice(0, 2)).toEqual([415, 5455])
})
