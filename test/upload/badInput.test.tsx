import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createImagesApi, ImageUploader } from 'react-cloudflare-images'
import type { ImagesErrorCode, ImageUploaderProps } from 'react-cloudflare-images'
import { photograph } from '../support/pictures.ts'
import { createCloud } from './createCloud.ts'
import type { Cloud } from './createCloud.ts'

let cloud: Cloud
const closing: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  cloud = await createCloud(location.origin)
  closing.push(cloud.close)
})
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

/** A photograph that a person would upload. */
const photo = async (name: string) => {
  const bytes = await photograph({ width: 300, height: 200, format: 'png', grain: 60 })
  return new File([bytes], name, { type: 'image/png' })
}
const codes = new Map<string, ImagesErrorCode>()
const open = (props: ImageUploaderProps = {}) => {
  codes.clear()
  return render(
    <ImageUploader
      multiple
      api={cloud.api}
      retryDelay={10}
      onError={({ code }, { name }) => codes.set(name, code)}
      {...props}
    />,
  )
}
const choose = (...files: File[]) =>
  userEvent.upload(screen.getByLabelText('Picture files'), files, { applyAccept: false })
const statusOf = (name: string) => screen.getByText(name).closest('li')!.dataset['status']
const settled = (statuses: Record<string, string>) =>
  waitFor(
    () =>
      expect(
        Object.fromEntries(Object.keys(statuses).map((name) => [name, statusOf(name)])),
      ).toEqual(statuses),
    { timeout: 15_000 },
  )
const serve = async (listener: RequestListener) => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  closing.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/images`
}

test('a good file reaches Cloudflare with its name, type and size', async () => {
  open()
  await choose(await photo('good.png'))
  await settled({ 'good.png': 'success' })
  expect(await cloud.stored()).toEqual(['good.png'])
  const { images } = await cloud.api.list()
  expect(images[0]!.meta.rci).toMatchObject({ w: 300, h: 200 })
})

describe('a file that is none', () => {
  test.each<[string, ImagesErrorCode, () => File]>([
    ['of a wrong type', 'unsupported-type', () => new File(['BM and more'], 'bad.bmp')],
    ['of 0 bytes', 'file-empty', () => new File([], 'bad.png')],
    [
      'of 10 MB and one byte',
      'file-too-large',
      () => new File([new Uint8Array(10_000_001)], 'bad.png', { type: 'image/png' }),
    ],
    [
      'of text, named .png',
      'unsupported-type',
      () => new File(['Dear Ada,'], 'bad.png', { type: 'image/png' }),
    ],
  ])('%s is refused as %s, and the one beside it is stored', async (_, code, make) => {
    open()
    const bad = make()
    await choose(bad, await photo('good.png'))
    await settled({ [bad.name]: 'rejected', 'good.png': 'success' })
    expect(codes.get(bad.name)).toBe(code)
    expect(await cloud.stored()).toEqual(['good.png'])
  })
})

describe('an endpoint', () => {
  const answers: [string, ImagesErrorCode, RequestListener][] = [
    ['401', 'unauthorized', (_, response) => response.writeHead(401).end()],
    ['403', 'forbidden', (_, response) => response.writeHead(403).end()],
    ['404', 'endpoint-not-found', (_, response) => response.writeHead(404).end()],
    ['500', 'server-error', (_, response) => response.writeHead(500).end()],
    [
      'HTML',
      'bad-response',
      (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<!doctype html>Sign in'),
    ],
    ['nothing, ever', 'timeout', () => {}],
  ]
  test.each(answers)('that answers %s is %s', async (_, code, listener) => {
    const endpoint = await serve(listener)
    open({ api: undefined, endpoint, timeout: 300, retry: 1 })
    await choose(await photo('a.png'))
    await settled({ 'a.png': 'error' })
    expect(codes.get('a.png')).toBe(code)
  })

  test('that nobody serves is a network error', async () => {
    open({ api: undefined, endpoint: 'http://127.0.0.1:9/api/images', retry: false })
    await choose(await photo('a.png'))
    await settled({ 'a.png': 'error' })
    expect(codes.get('a.png')).toBe('network')
  })

  test('that fails later loses nothing that is stored', async () => {
    let refuse = false
    const api = createImagesApi({
      endpoint: cloud.endpoint,
      fetch: (input, init) =>
        refuse
          ? Promise.resolve(new Response(null, { status: 401 }))
          : fetch(input, init),
    })
    open({ api })
    await choose(await photo('a.png'))
    await settled({ 'a.png': 'success' })
    refuse = true
    await choose(await photo('b.png'))
    await settled({ 'a.png': 'success', 'b.png': 'error' })
    refuse = false
    await userEvent.click(screen.getByRole('button', { name: 'Try b.png again' }))
    await settled({ 'a.png': 'success', 'b.png': 'success' })
    expect(await cloud.stored()).toEqual(['a.png', 'b.png'])
  })
})

describe('an upload URL', () => {
  test('that somebody else has used is an error, and their picture is not taken for ours', async () => {
    open({
      retry: false,
      requestUpload: async (request) => {
        const mint = await cloud.api.mint(request)
        await post(mint.uploadURL, 'theirs.png')
        return mint
      },
      checkUpload: (id) => cloud.api.get(id),
    })
    await choose(await photo('ours.png'))
    await settled({ 'ours.png': 'error' })
    expect(codes.get('ours.png')).toBe('upload-url-used')
    expect(await cloud.stored()).toEqual(['theirs.png'])
  })

  test('that has expired is an error, and the next attempt has a fresh one', async () => {
    let expire = true
    open({
      retry: false,
      requestUpload: async (request) => {
        const mint = await cloud.api.mint(request)
        if (expire) cloud.pass(7 * 3_600_000)
        return mint
      },
      checkUpload: (id) => cloud.api.get(id),
    })
    await choose(await photo('late.png'))
    await settled({ 'late.png': 'error' })
    expect(codes.get('late.png')).toBe('upload-url-expired')
    expire = false
    cloud.pass(-7 * 3_600_000)
    await userEvent.click(screen.getByRole('button', { name: 'Try late.png again' }))
    await settled({ 'late.png': 'success' })
    expect(await cloud.stored()).toEqual(['late.png'])
  })
})

describe('a network that is cut in mid-upload', () => {
  test('is repaired by the next attempt, and stores the picture once', async () => {
    cloud.emulator.faults.set([
      { host: 'upload', method: 'POST', afterBytes: 2_000, reset: true, times: 2 },
    ])
    open()
    await choose(await photo('cut.png'), await photo('beside.png'))
    await settled({ 'cut.png': 'success', 'beside.png': 'success' })
    expect((await cloud.stored()).toSorted()).toEqual(['beside.png', 'cut.png'])
  }, 30_000)

  test('is an error in the row where it does not come back', async () => {
    cloud.emulator.faults.set([
      { host: 'upload', method: 'POST', afterBytes: 2_000, reset: true },
    ])
    open({ retry: false })
    await choose(await photo('cut.png'))
    await settled({ 'cut.png': 'error' })
    expect(codes.get('cut.png')).toBe('network')
    expect(await cloud.stored()).toEqual([])
  }, 30_000)
})

/** Another program's upload: jsdom's forms are not for Node's own fetch. */
async function post(url: string, name: string): Promise<void> {
  const picture = await photograph({ format: 'png' })
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`
  const { ok } = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
    body: Buffer.concat([Buffer.from(head), picture, Buffer.from('\r\n--edge--\r\n')]),
  })
  expect(ok).toBe(true)
}
