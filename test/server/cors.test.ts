import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import {
  createImagesHandler,
  memoryRateLimit,
  toNodeHandler,
} from 'react-cloudflare-images/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchOptions } from '../support/browser.ts'
import { file, setUp } from './backend.ts'
import { serve } from './listen.ts'

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
})
afterAll(() => browser.close())

/** What a page was told of one call. */
interface Told {
  status: number
  retryAfter: string | null
  text: string
}

/** A page of its own origin, and a backend on another port that trusts it or does not. */
async function open({ isTrusted }: { isTrusted: boolean }) {
  const blank = await serve((_, response) => {
    response.setHeader('content-type', 'text/html').end('<title>page</title>')
  })
  const { images, emulator } = setUp()
  const handler = createImagesHandler({
    images,
    authorize: ({ headers }) => {
      const session = /session=(\w+)/.exec(headers.get('cookie') ?? '')?.[1]
      const id = session ?? /^Bearer (\w+)$/.exec(headers.get('authorization') ?? '')?.[1]
      return id === undefined ? null : { id }
    },
    trustedOrigins: isTrusted ? [blank] : [],
    rateLimit: memoryRateLimit({ limit: 4, per: 3600 }),
  })
  const listener = toNodeHandler(handler)
  const backend = await serve((request, response) => {
    const isLogin = request.url === '/login'
    if (isLogin) response.setHeader('set-cookie', 'session=ada; HttpOnly; SameSite=Lax')
    return isLogin ? response.end() : listener(request, response)
  })
  const page = await browser.newPage()
  await page.goto(`${backend}/login`)
  await page.goto(blank)
  return { page, endpoint: `${backend}/api/images`, emulator, images }
}

/** Calls from within the page; undefined where the browser does not let it read the answer. */
function call(page: Page, url: string, init: RequestInit): Promise<Told | undefined> {
  return page.evaluate(
    ([address, options]) =>
      fetch(address, options).then(
        async (response) => ({
          status: response.status,
          retryAfter: response.headers.get('retry-after'),
          text: await response.text(),
        }),
        () => undefined,
      ),
    [url, init] as const,
  )
}

const json = { 'content-type': 'application/json' }
const body = JSON.stringify(file)

describe('a page on another port, in a real browser', () => {
  it.each<[string, RequestInit]>([
    ['its cookies', { credentials: 'include' }],
    ['a bearer token', { headers: { authorization: 'Bearer ada' } }],
  ])(
    'mints, changes and deletes with %s, and reads how long to wait',
    async (_, init) => {
      const { page, endpoint, images } = await open({ isTrusted: true })
      const headers = { ...json, ...(init.headers as Record<string, string>) }
      const minted = await call(page, endpoint, {
        ...init,
        method: 'POST',
        headers,
        body,
      })
      expect(minted?.status).toBe(201)
      const { id } = JSON.parse(minted?.text ?? '') as { id: string }
      expect(await images.get(id)).toMatchObject({ creator: 'ada', draft: true })
      const url = `${endpoint}/${id}`
      const alt = JSON.stringify({ alt: 'x' })
      const patched = await call(page, url, {
        ...init,
        method: 'PATCH',
        headers,
        body: alt,
      })
      expect(patched?.status).toBe(200)
      expect((await call(page, url, { ...init, method: 'DELETE' }))?.status).toBe(204)
      await expect(images.get(id)).rejects.toMatchObject({ code: 'not-found' })
      expect((await call(page, endpoint, init))?.status).toBe(200)
      const stopped = await call(page, endpoint, init)
      expect(stopped?.status).toBe(429)
      // A call comes back every 900 seconds, of which some have gone by on a busy machine.
      const wait = Number(stopped?.retryAfter)
      expect(wait > 840 && wait <= 900).toBe(true)
      await page.close()
    },
  )

  it('reaches nothing where it is not trusted, with all the cookies of the user', async () => {
    const { page, endpoint, emulator } = await open({ isTrusted: false })
    const credentials = 'include'
    const sent = [
      { method: 'POST', headers: json, body },
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body },
      { method: 'DELETE' },
    ]
    for (const init of sent) {
      const url = init.method === 'DELETE' ? `${endpoint}/some-id` : endpoint
      expect(await call(page, url, { ...init, credentials })).toBeUndefined()
    }
    expect(emulator.requests).toEqual([])
    expect(await call(page, endpoint, { credentials })).toBeUndefined()
    await page.close()
  })
})
