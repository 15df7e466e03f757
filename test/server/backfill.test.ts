import { createEmulator } from 'react-cloudflare-images/emulator'
import { sharpTransformer } from 'react-cloudflare-images/node'
import { backfill, cloudflareApi } from 'react-cloudflare-images/server'
import { defineDelivery } from 'react-cloudflare-images/url'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { fileOf, photograph } from '../support/pictures.ts'

async function setUp() {
  const emulator = createEmulator({
    flexibleVariants: true,
    transformer: sharpTransformer(),
  })
  const images = cloudflareApi({
    accountId: 'acc',
    apiToken: 'token',
    fetch: (input, init) => emulator.fetch(new Request(input, init)),
  })
  const fetch: typeof globalThis.fetch = (input, init) =>
    emulator.fetch(new Request(input, init))
  const delivery = defineDelivery({ ...emulator.delivery })
  const upright = fileOf(
    await photograph({ width: 60, height: 40 }),
    'a.jpg',
    'image/jpeg',
  )
  const turned = await photograph({ width: 40, height: 60, orientation: 6 })
  const file = fileOf(turned, 'b.jpg', 'image/jpeg')
  const lines: string[] = []
  const options = { delivery, fetch, log: (line: string) => lines.push(line) }
  return { emulator, images, options, lines, upright, file }
}

describe('backfill', () => {
  it('counts and costs beforehand, and changes nothing in a dry run', async () => {
    const { images, options, lines, upright, emulator } = await setUp()
    for (const _ of [1, 2, 3]) await images.upload(upright)
    await images.upload(upright, { requireSignedURLs: true })
    const calls = emulator.requests.length
    const placeholder = () => Promise.reject(new Error('never'))
    const result = await backfill(images, { ...options, placeholder, dryRun: true })
    expect(result).toMatchObject({ missing: 4, private: 1, written: 0, cost: 0.00006 })
    expect(lines).toEqual([expect.stringContaining('6 deliveries for $0.00006')])
    expect(emulator.requests.slice(calls).map(({ method }) => method)).toEqual(['GET'])
  })

  it('notes sizes as seen, beside the metadata that is there', async () => {
    const { images, options, upright, file } = await setUp()
    const one = await images.upload(upright, {
      metadata: { album: 'a', rci: { alt: 'A' } },
    })
    const two = await images.upload(file)
    expect(await backfill(images, options)).toMatchObject({ written: 2, failed: {} })
    expect((await images.get(one.id)).meta).toEqual({
      album: 'a',
      rci: { alt: 'A', w: 60, h: 40 },
    })
    expect((await images.get(two.id)).meta).toEqual({ rci: { w: 40, h: 60 } })
  })

  it('notes a placeholder that is made of a small picture', async () => {
    const { images, options, upright } = await setUp()
    const { id } = await images.upload(upright)
    const placeholder = async (picture: Response) => {
      const { width } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata()
      return { c: `#0000${width.toString(16)}` }
    }
    await backfill(images, { ...options, placeholder })
    expect((await images.get(id)).meta).toEqual({ rci: { w: 60, h: 40, c: '#00003c' } })
  })

  it('goes on where it broke off', async () => {
    const { emulator, images, options, upright } = await setUp()
    for (const _ of [1, 2, 3]) await images.upload(upright)
    emulator.faults.set([{ host: 'delivery', times: 2, status: 503 }])
    const first = await backfill(images, options)
    expect([first.missing, first.written]).toEqual([3, 1])
    expect(Object.values(first.failed).map(({ code }) => code)).toEqual([
      'bad-response',
      'bad-response',
    ])
    expect(await backfill(images, options)).toMatchObject({ missing: 2, written: 2 })
    expect(await backfill(images, options)).toMatchObject({ missing: 0, written: 0 })
  })
})
