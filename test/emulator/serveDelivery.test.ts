import { createHmac } from 'node:crypto'
import { createEmulator, memoryStore } from 'react-cloudflare-images/emulator'
import type { EmulatorOptions, TransformRequest } from 'react-cloudflare-images/emulator'
import { sharpTransformer } from 'react-cloudflare-images/node'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { ImagesError } from '../../src/api/ImagesError.ts'
import { animation, drawing, gradient, photograph, plain } from '../support/pictures.ts'
import { callApi, origin } from './callApi.ts'

const hash = 'Vi7wi5KSItxGFsWRG2Us6Q'
const key = 'test-signing-key-0123456789'
const start = Date.parse('2026-11-22T00:00:00Z')
const variants = {
  thumb: { width: 120, height: 90, fit: 'cover' },
  open: { width: 60, neverRequireSignedURLs: true },
} as const

let jpeg: Uint8Array<ArrayBuffer>
let png: Uint8Array<ArrayBuffer>
let gif: Uint8Array<ArrayBuffer>
let webp: Uint8Array<ArrayBuffer>
/** The pictures of every account, decoded once. */
const shelf = memoryStore()

beforeAll(async () => {
  jpeg = await photograph({ width: 600, height: 400 })
  png = await gradient()
  gif = await animation({ width: 120, height: 80, frames: 4 })
  webp = await photograph({ width: 60, height: 40, format: 'webp', alpha: true })
  const options = { store: shelf, transformer: sharpTransformer(), clock: () => start }
  await createEmulator(options).seed({
    images: [
      { id: 'jpeg', file: jpeg },
      { id: 'people/ada/100% & png', file: png },
      { id: 'gif', file: gif },
      { id: 'webp', file: webp },
      { id: 'svg', file: drawing({ extra: '<script>alert(1)</script>' }) },
      { id: '083eb7b2-5392-4565-b69e-aff66acddd00', file: jpeg, requireSignedURLs: true },
    ],
  })
})

const account = async (options: EmulatorOptions = {}) => {
  const time = { now: start }
  const transforms: TransformRequest[] = []
  const { inspect, transform } = sharpTransformer()
  const store = memoryStore()
  for (const image of await shelf.list())
    await store.write(image, await shelf.readBytes(image.id))
  const emulator = createEmulator({
    store,
    accountHash: hash,
    flexibleVariants: true,
    clock: () => time.now,
    transformer: {
      inspect,
      transform: (request) => {
        transforms.push(request)
        return transform(request)
      },
    },
    ...options,
  })
  await emulator.seed({
    variants,
    keys: [{ name: 'default', value: key }],
  })
  const get = async (path: string, init: RequestInit = {}) =>
    emulator.fetch(`${origin}/${hash}/${path}`, init)
  return { emulator, time, transforms, get }
}

const accepting = (accept: string) => ({ headers: { accept } })
const chromium = accepting(
  'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
)

const sizeOf = async (response: Response) => {
  const { width, height, format, pages } = await sharp(await response.arrayBuffer(), {
    animated: true,
  }).metadata()
  return { width, height, format, pages }
}

const refused = async (response: Response) => {
  const text = await response.text()
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
  const [, number] = /^ERROR (\d+): /.exec(text) ?? []
  expect(response.headers.get('cf-resized')).toBe(`err=${number}`)
  return [response.status, Number(number)]
}

describe('addresses', () => {
  test('are the same on both hosts, and friendly ones by a pattern', async () => {
    const { emulator } = await account({ path: '/photos/{id}/{leaf}' })
    const id = 'people/ada/100%25%20%26%20png'
    const bytes = await Promise.all(
      [
        `/${hash}/${id}/thumb`,
        `/cdn-cgi/imagedelivery/${hash}/${id}/thumb`,
        `/photos/${id}/thumb`,
      ].map(async (path) => {
        const response = await emulator.fetch(origin + path)
        expect(response.status).toBe(200)
        return (await sizeOf(response)).width
      }),
    )
    expect(bytes).toEqual([120, 120, 120])
  })

  test.each([
    [`/${hash}/jpeg`, [403, 9426]],
    [`/cdn-cgi/imagedelivery/${hash}`, [403, 9426]],
    [`/${hash}//thumb`, [403, 9426]],
    [`/${hash}/%E0%A4%A/thumb`, [403, 9426]],
    ['/ZWd9g1K7eljCn_KDTu_MWA/jpeg/thumb', [403, 9427]],
    [`/${hash}/nothing/thumb`, [404, 9431]],
    [`/${hash}/people/thumb`, [404, 9431]],
    [`/${hash}/jpeg/unknown`, [403, 9425]],
    [`/${hash}/jpeg/constructor`, [403, 9425]],
    [`/${hash}/jpeg/width=0`, [400, 9401]],
    [`/${hash}/jpeg/width=ten`, [400, 9401]],
    [`/${hash}/jpeg/size=10`, [400, 9401]],
    [`/${hash}/jpeg/dpr=3,width=10`, [400, 9401]],
    [`/${hash}/jpeg/onerror=redirect`, [400, 9401]],
    // 600 × 400 pixels, 20 times as large and twice that again
    [`/${hash}/jpeg/width=12000,dpr=2,fit=contain`, [403, 9413]],
    [`/${hash}/jpeg/width=12000,height=9000,fit=squeeze`, [403, 9413]],
  ])('%s is refused with %j', async (path, expected) => {
    const { emulator } = await account()
    expect(await refused(await emulator.fetch(origin + path))).toEqual(expected)
  })

  test("say so in Cloudflare's words where the variant is unknown", async () => {
    const { get } = await account()
    expect(await (await get('jpeg/unknown')).text()).toBe(
      "ERROR 9425: Image access denied: This account doesn't have variant with this name",
    )
  })

  test('refuse options while flexible variants are off, until they are switched on', async () => {
    const { emulator, get } = await account({ flexibleVariants: false })
    expect(await refused(await get('jpeg/width=100'))).toEqual([403, 9429])
    expect((await get('jpeg/thumb')).status).toBe(200)
    await callApi(emulator, 'PATCH /v1/config', { json: { flexible_variants: true } })
    expect((await get('jpeg/width=100')).status).toBe(200)
  })

  test('refuse anything but GET and HEAD', async () => {
    const { emulator } = await account()
    const response = await emulator.fetch(
      `${origin}/cdn-cgi/imagedelivery/${hash}/jpeg/thumb`,
      { method: 'POST' },
    )
    expect(response.status).toBe(405)
  })
})

describe('pictures', () => {
  test.each([
    ['thumb', 120, 90],
    ['public', 600, 400],
    ['width=300', 300, 200],
    ['w=300,h=300,fit=cover', 300, 300],
    ['w=300,h=300', 300, 200],
    ['width=100,dpr=2', 200, 133],
    ['width=1200', 600, 400],
    ['width=1200,fit=contain', 1200, 800],
    ['height=100,fit=squeeze,width=100', 100, 100],
    ['rotate=90,width=200', 200, 300],
  ])('%s is %i × %i', async (leaf, width, height) => {
    const { get } = await account()
    expect(await sizeOf(await get(`jpeg/${leaf}`))).toMatchObject({
      width,
      height,
      format: 'jpeg',
    })
  })

  test('crop by gravity: a pixel says where it came from', async () => {
    const { get } = await account()
    const response = await get(
      'people/ada/100%25%20%26%20png/width=64,height=256,fit=cover,gravity=right,format=png',
    )
    const { data, info } = await sharp(await response.arrayBuffer())
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([64, 256])
    // The last 64 columns of 256: red is the column, green the row.
    expect([data[0], data[1]]).toEqual([192, 0])
    const last = (255 * 64 + 63) * info.channels
    expect([data[last], data[last + 1]]).toEqual([255, 255])
  })

  test.each([
    ['image/avif,image/webp,*/*', 'jpeg/thumb', 'image/avif'],
    ['image/webp,*/*', 'jpeg/thumb', 'image/webp'],
    ['*/*', 'jpeg/thumb', 'image/jpeg'],
    ['image/avif;q=0, image/webp;q=0.9,*/*', 'jpeg/thumb', 'image/webp'],
    ['image/webp;q=0.0,image/avif;q=0', 'jpeg/thumb', 'image/jpeg'],
    ['', 'jpeg/thumb', 'image/jpeg'],
    ['image/avif,image/webp', 'jpeg/width=50,format=auto', 'image/avif'],
    ['*/*', 'jpeg/width=50,format=webp', 'image/webp'],
    ['image/avif', 'jpeg/width=50,format=jpeg', 'image/jpeg'],
    ['image/avif', 'jpeg/width=50,format=baseline-jpeg', 'image/jpeg'],
    ['*/*', 'jpeg/width=50,format=avif', 'image/avif'],
    ['*/*', 'people/ada/100%25%20%26%20png/thumb', 'image/png'],
    ['image/avif,image/webp', 'gif/width=60', 'image/webp'],
    ['*/*', 'gif/width=60', 'image/gif'],
    ['image/avif,image/webp', 'gif/width=60,anim=false', 'image/avif'],
    ['*/*', 'webp/width=30', 'image/png'],
    ['image/webp', 'webp/width=30', 'image/webp'],
  ])('for Accept: %s, %s is %s', async (accept, path, type) => {
    const { get } = await account()
    const response = await get(path, accepting(accept))
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('vary')).toBe('accept')
    const { format } = await sizeOf(response)
    expect(`image/${format === 'heif' ? 'avif' : format}`).toBe(type)
  })

  test.each([
    ['image/avif,image/webp', 'width=1300', 'image/webp'],
    ['image/avif', 'width=1300', 'image/jpeg'],
    ['*/*', 'width=1300,format=avif', 'image/webp'],
    ['image/avif', 'width=1200', 'image/avif'],
  ])('too large for an AVIF, for Accept: %s, %s is %s', async (accept, leaf, type) => {
    const { emulator, get } = await account()
    const file = await plain([40, 90, 160], { width: 1400, height: 20 })
    const jpeg = await sharp(file).jpeg().toBuffer()
    await emulator.seed({ images: [{ id: 'wide', file: new Uint8Array(jpeg) }] })
    const response = await get(`wide/${leaf}`, accepting(accept))
    expect(response.headers.get('content-type')).toBe(type)
    expect((await sizeOf(response)).width).toBe(Number(/\d+/.exec(leaf)))
  })

  test('go on moving unless told to stop', async () => {
    const { get } = await account()
    expect((await sizeOf(await get('gif/width=60'))).pages).toBe(4)
    expect((await sizeOf(await get('gif/width=60,anim=false'))).pages).toBe(1)
  })

  test('are untouched where the animation is too large to transform', async () => {
    const { get, transforms } = await account({
      limits: { animationPixels: 120 * 80 * 4 - 1 },
    })
    expect(
      new Uint8Array(await (await get('gif/width=60', chromium)).arrayBuffer()),
    ).toEqual(gif)
    expect(transforms).toEqual([])
  })

  test('describe themselves as JSON', async () => {
    const { get } = await account()
    const response = await get('jpeg/width=300,format=json')
    expect(await response.json()).toEqual({
      width: 300,
      height: 200,
      original: { file_size: jpeg.length, width: 600, height: 400, format: 'image/jpeg' },
    })
  })

  test('may be asked for larger than they are, where nothing is enlarged', async () => {
    const { get } = await account()
    const response = await get('jpeg/width=12000,height=9000,dpr=2')
    expect(await sizeOf(response)).toMatchObject({ width: 600, height: 400 })
    expect((await get('svg/width=12000,height=12000,dpr=2')).status).toBe(200)
  })

  test('of vectors pass through sanitised, under any name and with any option', async () => {
    const { get, transforms } = await account()
    for (const leaf of ['public', 'whatever', 'width=10,format=avif']) {
      const response = await get(`svg/${leaf}`, chromium)
      expect(response.headers.get('content-type')).toBe('image/svg+xml')
      const text = await response.text()
      expect(text).toContain('<circle')
      expect(text).not.toContain('script')
    }
    expect(transforms).toEqual([])
  })

  test('settle words, hints and the width of the window before they are drawn', async () => {
    const { get, transforms } = await account()
    const asked = async (leaf: string, headers: Record<string, string> = {}) => {
      const response = await get(`jpeg/${leaf}`, { headers })
      await response.arrayBuffer()
      return { vary: response.headers.get('vary'), plan: transforms.at(-1)?.options }
    }
    expect((await asked('quality=low')).plan).toEqual({ quality: 50 })
    expect((await asked('gravity=0.25x0.75,width=9')).plan).toEqual({
      width: 9,
      gravity: { x: 0.25, y: 0.75 },
    })
    expect((await asked('scq=40,q=70')).plan).toEqual({ quality: 70 })
    expect((await asked('scq=40,q=71', { ect: '3g' })).plan).toEqual({ quality: 40 })
    expect((await asked('scq=41,q=71', { 'save-data': 'on' })).plan).toEqual({
      quality: 41,
    })
    expect((await asked('scq=42,q=71', { rtt: '151' })).plan).toEqual({ quality: 42 })
    const slow = await asked('scq=43,q=71', { downlink: '4.9' })
    expect(slow.plan).toEqual({ quality: 43 })
    expect(slow.vary).toContain('save-data')
    const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148'
    expect((await asked('width=auto,h=1', { 'user-agent': phone })).plan?.width).toBe(768)
    expect((await asked('width=auto,h=2', { 'user-agent': 'curl' })).plan?.width).toBe(
      1200,
    )
    const hinted = await asked('width=auto,h=3', {
      'sec-ch-viewport-width': '400',
      'sec-ch-dpr': '2',
    })
    expect(hinted.plan?.width).toBe(960)
    expect(hinted.vary).toContain('sec-ch-viewport-width')
    expect(
      (
        await asked('width=auto,h=4,wbreakpoints=100;200', {
          'sec-ch-viewport-width': '150',
        })
      ).plan?.width,
    ).toBe(200)
    expect(
      (
        await asked('width=auto,h=5,wbreakpoints=100;200', {
          'sec-ch-viewport-width': '999',
        })
      ).plan?.width,
    ).toBe(200)
  })
})

test.each([
  [new ImagesError('unsupported-type', 'no decoder'), 415, 9412],
  [new ImagesError('invalid-options', 'nothing left'), 403, 9413],
  [new ImagesError('invalid-file', 'damaged'), 422, 9516],
  [new Error('out of memory'), 500, 9516],
])('a picture that cannot be made (%s) is %i with %i', async (error, status, number) => {
  const { inspect } = sharpTransformer()
  const transform = async () => Promise.reject(error)
  const { get } = await account({ transformer: { inspect, transform } })
  const response = await get('jpeg/thumb')
  const text = await response.clone().text()
  expect(await refused(response)).toEqual([status, number])
  expect(text).toMatch(new RegExp(`^ERROR ${number}: .*${error.message}`))
})

describe('without a transformer', () => {
  test('the original comes, and says what was not done to it', async () => {
    const { get } = await account({ transformer: undefined })
    const response = await get('jpeg/width=100,blur=5', chromium)
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(response.headers.get('cf-emulator')).toBe(
      'approximate=blur,width,format,quality',
    )
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(jpeg)
    const described = await get('jpeg/width=100,format=json')
    expect(await described.json()).toMatchObject({ width: 600, height: 400 })
    expect(described.headers.get('cf-emulator')).toBe('approximate=width,format,quality')
  })
})

describe('headers', () => {
  test('are those of a real answer', async () => {
    const { get } = await account()
    const response = await get('jpeg/thumb', chromium)
    const bytes = await response.arrayBuffer()
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/avif',
      'content-length': String(bytes.byteLength),
      'cache-control': 'public, max-age=172800, stale-while-revalidate=7200',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      vary: 'accept',
    })
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    )
    expect(response.headers.has('cf-emulator')).toBe(false)
  })

  test('tell how long to keep it: the account says, the variant says otherwise', async () => {
    const { emulator, get } = await account()
    await callApi(emulator, 'PATCH /v1/config', { json: { browser_ttl: 3_600 } })
    await callApi(emulator, 'PATCH /v1/variants/open', {
      json: { options: { browser_ttl: 86_400 } },
    })
    const age = async (leaf: string) =>
      (await get(`jpeg/${leaf}`)).headers.get('cache-control')?.split(', ')[1]
    expect(await age('thumb')).toBe('max-age=3600')
    expect(await age('open')).toBe('max-age=86400')
    expect(await age('width=10')).toBe('max-age=3600')
  })

  test('answer HEAD without a body', async () => {
    const { get } = await account()
    const [head, whole] = await Promise.all([
      get('jpeg/thumb', { method: 'HEAD' }),
      get('jpeg/thumb'),
    ])
    expect(await head.text()).toBe('')
    expect(head.headers.get('content-length')).toBe(
      String((await whole.arrayBuffer()).byteLength),
    )
    expect([...head.headers]).toEqual([...whole.headers])
  })

  test('name the bytes, so that they need not come twice', async () => {
    const { get } = await account()
    const etag = (await get('jpeg/thumb')).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"cf-[\da-f]{32}"$/)
    for (const condition of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('jpeg/thumb', { headers: { 'if-none-match': condition } })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect(again.headers.get('etag')).toBe(etag)
    }
    expect((await get('jpeg/open', { headers: { 'if-none-match': etag } })).status).toBe(
      200,
    )
    expect(
      (
        await get('jpeg/thumb', {
          headers: { 'if-none-match': etag, accept: 'image/webp' },
        })
      ).status,
    ).toBe(200)
  })

  test('warn of a cover that has one side only', async () => {
    const { get } = await account()
    expect((await get('jpeg/width=100,fit=cover')).headers.get('warning')).toBe(
      'cf-images 299 "cover fit mode needs both width and height"',
    )
    expect(
      (await get('jpeg/width=100,height=100,fit=cover')).headers.has('warning'),
    ).toBe(false)
    expect((await get('jpeg/width=100')).headers.has('warning')).toBe(false)
  })
})

describe('private images', () => {
  const id = '083eb7b2-5392-4565-b69e-aff66acddd00'
  /** As Cloudflare's page on signed URLs tells it, by Node's own HMAC. */
  const signed = (leaf: string, expires?: number, secret = key) => {
    const query = expires === undefined ? '' : `?exp=${expires}`
    const signature = createHmac('sha256', secret)
      .update(`/${hash}/${id}/${leaf}${query}`)
      .digest('hex')
    return `${id}/${leaf}${query}${query ? '&' : '?'}sig=${signature}`
  }
  const seconds = start / 1000

  test('come with a signature, on both hosts, and until it expires', async () => {
    const { emulator, get, time } = await account()
    const path = signed('thumb', seconds + 60)
    expect((await get(path)).status).toBe(200)
    expect(
      (await emulator.fetch(`${origin}/cdn-cgi/imagedelivery/${hash}/${path}`)).status,
    ).toBe(200)
    time.now += 59_999
    expect((await get(path)).status).toBe(200)
    time.now += 1
    expect(await refused(await get(path))).toEqual([403, 9425])
    expect((await get(signed('thumb'))).status).toBe(200)
  })

  test('take the signatures of a worked example', async () => {
    const { emulator, get } = await account()
    await emulator.seed({ variants: { thumbnail: { width: 10 } } })
    const path = `${id}/thumbnail?exp=1795305600&sig=`
    // exp=1795305600 is this very moment: too late, and known only because the signature holds.
    expect(
      await (
        await get(
          `${path}6ef4fa816c901120f5c72f1ce21e2e422370eff785bddb66695168b7b6fb451d`,
        )
      ).text(),
    ).toContain('expired')
    expect(await (await get(`${path}${'0'.repeat(64)}`)).text()).toContain(
      'does not match',
    )
    const forever = '94d3a7065e6628a58df06e76d0e41f3bc645d739b5a2dbacf0e74b030a4eaa4b'
    expect((await get(`${id}/thumbnail?sig=${forever}`)).status).toBe(200)
  })

  test.each([
    ['without one', 'thumb', 'has no signature'],
    [
      'with another variant’s',
      signed('thumb')
        .replace('/thumb', '/public')
        .slice(id.length + 1),
      'does not match',
    ],
    [
      'with another key’s',
      signed('thumb', undefined, 'other').slice(id.length + 1),
      'does not match',
    ],
    [
      'with a later date',
      signed('thumb', seconds + 5)
        .replace(`${seconds + 5}`, `${seconds + 50}`)
        .slice(id.length + 1),
      'does not match',
    ],
  ])('are refused %s', async (_, leaf, reason) => {
    const { get } = await account()
    const response = await get(`${id}/${leaf}`)
    expect(await response.clone().text()).toContain(reason)
    expect(await refused(response)).toEqual([403, 9425])
  })

  test('come in a variant that never needs one', async () => {
    const { get } = await account()
    expect((await get(`${id}/open`)).status).toBe(200)
  })

  test('never come with options, signed or not', async () => {
    const { get } = await account()
    expect(await refused(await get(`${id}/width=100`))).toEqual([403, 9425])
    expect(await refused(await get(signed('width=100')))).toEqual([403, 9425])
  })

  test('take every key of the account, as long as it is there', async () => {
    const { emulator, get } = await account()
    const { keys } = (
      await callApi<{ keys: { name: string; value: string }[] }>(
        emulator,
        'PUT /v1/keys/second',
      )
    ).result
    const second = keys.find(({ name }) => name === 'second')?.value ?? ''
    expect((await get(signed('thumb', undefined, second))).status).toBe(200)
    await callApi(emulator, 'DELETE /v1/keys/second')
    expect((await get(signed('thumb', undefined, second))).status).toBe(403)
  })

  test('are kept no longer than the signature holds', async () => {
    const { get } = await account()
    const age = async (path: string) => (await get(path)).headers.get('cache-control')
    expect(await age(signed('thumb', seconds + 90))).toBe('private, max-age=90')
    expect(await age(signed('thumb'))).toBe('private, max-age=3600')
    expect(await age(signed('thumb', seconds + 10_000_000))).toBe(
      'private, max-age=172800',
    )
  })

  test('turn public and private again, cached or not', async () => {
    const { emulator, get } = await account()
    await callApi(emulator, `PATCH /v1/${id}`, { json: { requireSignedURLs: false } })
    expect((await get(`${id}/thumb`)).status).toBe(200)
    await callApi(emulator, `PATCH /v1/${id}`, { json: { requireSignedURLs: true } })
    expect((await get(`${id}/thumb`)).status).toBe(403)
  })
})

describe('the cache', () => {
  test('makes a picture once, however many ask for it first', async () => {
    const { get, transforms } = await account()
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => get('jpeg/width=123', chromium)),
    )
    expect(answers.map(({ status }) => status)).toEqual(
      Array.from({ length: 64 }, () => 200),
    )
    expect(transforms).toHaveLength(1)
    await get('jpeg/w=123', chromium)
    expect(transforms).toHaveLength(1)
    await get('jpeg/w=123')
    expect(transforms).toHaveLength(2)
  })

  test('forgets what is deleted or replaced, and what a variant was', async () => {
    const { emulator, get } = await account()
    expect((await sizeOf(await get('jpeg/thumb'))).width).toBe(120)
    await callApi(emulator, 'PATCH /v1/variants/thumb', {
      json: { options: { width: 50 } },
    })
    expect((await sizeOf(await get('jpeg/thumb'))).width).toBe(50)
    await callApi(emulator, 'DELETE /v1/jpeg')
    expect(await refused(await get('jpeg/thumb'))).toEqual([404, 9431])
    await emulator.seed({ images: [{ id: 'jpeg', file: png }] })
    expect((await get('jpeg/thumb')).headers.get('content-type')).toBe('image/png')
    await callApi(emulator, 'DELETE /v1/variants/thumb')
    expect(await refused(await get('jpeg/thumb'))).toEqual([403, 9425])
  })
})

test('counts what was delivered', async () => {
  const { emulator, get } = await account()
  await get('jpeg/thumb')
  await get('jpeg/thumb')
  await get('jpeg/unknown')
  expect(emulator.deliveries).toBe(2)
  expect(
    emulator.requests.map(({ host, method, path, status }) => [
      host,
      method,
      path,
      status,
    ]),
  ).toEqual([
    ['delivery', 'GET', `/${hash}/jpeg/thumb`, 200],
    ['delivery', 'GET', `/${hash}/jpeg/thumb`, 200],
    ['delivery', 'GET', `/${hash}/jpeg/unknown`, 403],
  ])
})
