import { createEmulator } from 'react-cloudflare-images/emulator'
import { cloudflareApi, importImages } from 'react-cloudflare-images/server'
import type { ImportSource } from 'react-cloudflare-images/server'
import { describe, expect, it } from 'vitest'
import { refuse, listen, succeed } from './listen.ts'

/** A Cloudflare that imports everything but what is called broken, and counts what it does at once. */
async function setUp() {
  let atOnce = 0
  let most = 0
  const { origin, requests } = await listen((request, response) => {
    atOnce++
    most = Math.max(most, atOnce)
    setTimeout(() => {
      atOnce--
      void request.form().then(({ text: { url = '', creator } }) => {
        if (url.includes('broken')) refuse(response, { status: 400, code: 5454 })
        else succeed(response, { id: `id-${url.at(-1)}`, creator })
      })
    }, 20)
  })
  const images = cloudflareApi({ accountId: 'acc', apiToken: 'token', baseUrl: origin })
  return { images, requests, most: () => most }
}

const sources = Array.from({ length: 9 }, (_, at) => ({
  url: `https://old.example/${at === 4 ? 'broken' : ''}${at}`,
  creator: 'ada',
}))

describe('importImages', () => {
  it('imports a few at the same time, and goes on after one that fails', async () => {
    const { images, most, requests } = await setUp()
    const told = []
    for await (const one of importImages(images, sources, { concurrency: 3 }))
      told.push(one)
    expect(told).toHaveLength(9)
    expect(told.filter(({ error }) => error).map(({ url }) => url)).toEqual([
      sources[4]?.url,
    ])
    expect(most()).toBe(3)
    expect((await requests[0]?.form())?.text).toMatchObject({ creator: 'ada' })
  })

  it('goes on where it broke off, and takes nothing twice', async () => {
    const { images, requests } = await setUp()
    const done = new Map<string, string>()
    for await (const _ of importImages(images, sources, { done, concurrency: 2 })) {
      if (done.size >= 3) break
    }
    const before = done.size
    expect(before).toBeLessThan(8)
    for await (const _ of importImages(images, [...sources, ...sources], { done }));
    expect(done.size).toBe(8)
    const urls = await Promise.all(
      requests.map(async (one) => (await one.form()).text['url']),
    )
    const good = urls.filter((url) => !url?.includes('broken'))
    expect(new Set(good).size).toBe(8)
    // What was under way as the first run broke off may have been asked for again, and nothing else.
    expect(good.length).toBeLessThanOrEqual(8 + 2)
  })

  it('takes sources as they come, and stops where it is told to', async () => {
    const images = cloudflareApi({
      accountId: 'acc',
      apiToken: 'token',
      fetch: createEmulator().fetch,
    })
    const stop = new AbortController()
    async function* endless(): AsyncGenerator<ImportSource> {
      for (let at = 0; ; at++) yield { url: `https://old.example/${at}` }
    }
    const told = []
    for await (const { error } of importImages(images, endless(), {
      signal: stop.signal,
    })) {
      if (told.push(error?.code) === 3) stop.abort()
    }
    expect(told.length).toBeLessThanOrEqual(3 + 6)
  })
})
