import { beforeEach, expect, test, vi } from 'vitest'
import type { TransportRequest } from 'react-cloudflare-images'
import { xhrTransport } from '../../src/upload/xhrTransport.ts'
import { createFakeXhr } from './fakeXhr.ts'
import type { FakeXhr } from './fakeXhr.ts'
import { png } from './world.ts'

let requests: FakeXhr[]
let host = 0
beforeEach(() => {
  requests = createFakeXhr()
  host += 1
})

const send = (signal = new AbortController().signal) => {
  const onProgress = vi.fn<TransportRequest['onProgress']>()
  const url = `https://host-${host}.example/account/image-1`
  const answer = xhrTransport({ url, file: png('a.png'), signal, onProgress })
  const outcome = answer.then(
    (response) => response,
    (error: Error) => error,
  )
  return { onProgress, outcome, url }
}

test('posts the file as the part named file of a form, with no header of its own', () => {
  const { url } = send()
  expect(requests[0]).toMatchObject({ method: 'POST', url, headers: [] })
  expect([...requests[0]!.body!.keys()]).toEqual(['file'])
  expect(requests[0]!.body!.get('file')).toMatchObject({ name: 'a.png', size: 45 })
})

test('everything counts as sent at load, not at the last progress', () => {
  const { onProgress } = send()
  requests[0]!.progress(50, 100)
  requests[0]!.progress(100, 100)
  expect(onProgress.mock.calls).toEqual([
    [50, 100],
    [99, 100],
  ])
  requests[0]!.sent(100)
  expect(onProgress).toHaveBeenLastCalledWith(100, 100)
})

test('tells no total where the browser knows none', () => {
  const { onProgress } = send()
  requests[0]!.progress(50, 0, { lengthComputable: false })
  expect(onProgress).toHaveBeenCalledExactlyOnceWith(50, undefined)
})

test('resolves with the answer, whatever its status', async () => {
  const { outcome } = send()
  requests[0]!.answer(410, 'gone', 'content-type: text/plain\r\nretry-after: 7\r\n')
  const response = (await outcome) as Response
  expect(response.status).toBe(410)
  expect(response.headers.get('retry-after')).toBe('7')
  expect(await response.text()).toBe('gone')
})

test('a cut after bytes have left is a network error, and is not repeated', async () => {
  const { outcome } = send()
  requests[0]!.progress(50, 100)
  requests[0]!.fail()
  expect(await outcome).toMatchObject({ code: 'network' })
  expect(requests).toHaveLength(1)
})

test('a failure before any byte has left is repeated without listening, which needs no preflight', async () => {
  const { outcome, url } = send()
  requests[0]!.fail()
  await vi.waitFor(() => expect(requests).toHaveLength(2), { timeout: 10_000 })
  expect(requests[0]!.listens).toBe(true)
  expect(requests[1]).toMatchObject({ url, listens: false })
  requests[1]!.answer(200, '{}')
  expect(await outcome).toMatchObject({ status: 200 })
  send()
  expect(requests[2]!.listens).toBe(false)
})

test('a host that answers neither way is not remembered as silent', async () => {
  const { outcome } = send()
  requests[0]!.fail()
  await vi.waitFor(() => expect(requests).toHaveLength(2), { timeout: 10_000 })
  requests[1]!.fail()
  expect(await outcome).toMatchObject({ code: 'network' })
  send()
  expect(requests[2]!.listens).toBe(true)
})

test('an abort ends the request', async () => {
  const controller = new AbortController()
  const { outcome } = send(controller.signal)
  controller.abort()
  expect(await outcome).toMatchObject({ code: 'aborted' })
  expect(requests).toHaveLength(1)
  expect(requests[0]!.aborted).toBe(true)
})

test('a signal that is aborted already sends nothing', async () => {
  const { outcome } = send(AbortSignal.abort())
  expect(await outcome).toMatchObject({ code: 'aborted' })
  expect(requests).toEqual([])
})
