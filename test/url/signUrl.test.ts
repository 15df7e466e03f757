import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import {
  defineDelivery,
  deliveryUrl,
  parseDeliveryUrl,
  signUrl,
  verifyUrl,
} from 'react-cloudflare-images/url'
import { describe, expect, test } from 'vitest'
import { imageIds } from './arbitraries.ts'

const key = 'test-signing-key-0123456789'
const path = '/Vi7wi5KSItxGFsWRG2Us6Q/083eb7b2-5392-4565-b69e-aff66acddd00/thumbnail'
const url = `https://imagedelivery.net${path}`
const hmac = (text: string) => createHmac('sha256', key).update(text).digest('hex')
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: { code: string }) => error.code,
  )

describe('signUrl', () => {
  test('signs as OpenSSL does, with and without an expiry', async () => {
    // printf '%s' "$path?exp=1795305600" | openssl dgst -sha256 -hmac test-signing-key-0123456789
    expect(await signUrl(url, key, { expiresAt: new Date('2026-11-22T00:00:00Z') })).toBe(
      `${url}?exp=1795305600&sig=6ef4fa816c901120f5c72f1ce21e2e422370eff785bddb66695168b7b6fb451d`,
    )
    expect(await signUrl(url, key)).toBe(
      `${url}?sig=94d3a7065e6628a58df06e76d0e41f3bc645d739b5a2dbacf0e74b030a4eaa4b`,
    )
  })

  test('signs what node:crypto signs, for any id', async () => {
    const delivery = defineDelivery({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })
    await fc.assert(
      fc.asyncProperty(
        imageIds,
        fc.integer({ min: 0, max: 4e9 }),
        async (id, expiresAt) => {
          const plain = deliveryUrl(delivery, id, 'public')
          const signature = hmac(`${new URL(plain).pathname}?exp=${expiresAt}`)
          expect(await signUrl(plain, key, { expiresAt })).toBe(
            `${plain}?exp=${expiresAt}&sig=${signature}`,
          )
        },
      ),
      { numRuns: 50 },
    )
  })

  test('covers hash, id and leaf, and neither the host nor what a custom domain puts before them', async () => {
    const custom = `https://example.com/cdn-cgi/imagedelivery${path}`
    expect(await signUrl(custom, key)).toBe(`${custom}?sig=${hmac(path)}`)
  })

  test('covers the same for a friendly path', async () => {
    const delivery = defineDelivery({
      accountHash: 'hash',
      baseUrl: 'https://example.com',
      path: '/p/{id}/{leaf}',
    })
    expect(await signUrl('https://example.com/p/a/b/public', key, delivery)).toBe(
      `https://example.com/p/a/b/public?sig=${hmac('/hash/a/b/public')}`,
    )
  })

  test('keeps other parameters and covers them too', async () => {
    expect(await signUrl(`${url}?v=2`, key, { expiresAt: 1_795_305_600 })).toBe(
      `${url}?v=2&exp=1795305600&sig=${hmac(`${path}?v=2&exp=1795305600`)}`,
    )
  })

  test('replaces a signature that is there', async () => {
    const once = await signUrl(url, key, { expiresAt: 1_795_305_600 })
    expect(await signUrl(once, key, { expiresAt: 1_795_309_200 })).toBe(
      await signUrl(url, key, { expiresAt: 1_795_309_200 }),
    )
  })

  test('signs the form in which a browser sends the URL', async () => {
    const typed = 'https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q/größe 1/public'
    const sent = new URL(typed)
    expect(await signUrl(typed, key)).toBe(`${sent.href}?sig=${hmac(sent.pathname)}`)
  })

  test('counts expiresIn from now', async () => {
    const before = Math.floor(Date.now() / 1000)
    const { expiresAt } = parseDeliveryUrl(await signUrl(url, key, { expiresIn: 3600 }))!
    const after = Math.floor(Date.now() / 1000)
    expect(expiresAt).toBeGreaterThanOrEqual(before + 3600)
    expect(expiresAt).toBeLessThanOrEqual(after + 3600)
  })

  test.each([
    { expiresIn: 0 },
    { expiresIn: -1 },
    { expiresIn: Number.NaN },
    { expiresIn: Infinity },
    { expiresAt: Number.NaN },
    { expiresAt: new Date('never') },
    { expiresAt: Date.UTC(2026, 11) },
  ])('refuses %j, milliseconds included', async (options) => {
    expect(await codeOf(signUrl(url, key, options))).toBe('invalid-options')
  })

  test('refuses an empty key, two times, and what is no delivery URL', async () => {
    expect(await codeOf(signUrl(url, ''))).toBe('invalid-options')
    expect(
      await codeOf(signUrl(url, key, { expiresIn: 5, expiresAt: 5 } as object)),
    ).toBe('invalid-options')
    expect(await codeOf(signUrl('https://example.com/a.jpg', key))).toBe(
      'invalid-request',
    )
  })
})

describe('verifyUrl', () => {
  const now = 1_795_305_000

  test('tells a valid signature from an expired, a wrong and a missing one', async () => {
    const signed = await signUrl(url, key, { expiresAt: now + 600 })
    expect(await verifyUrl(signed, key, { now })).toBe('valid')
    expect(await verifyUrl(signed, key, { now: now + 599 })).toBe('valid')
    expect(await verifyUrl(signed, key, { now: now + 600 })).toBe('expired')
    expect(await verifyUrl(signed, key, { now: new Date((now + 601) * 1000) })).toBe(
      'expired',
    )
    expect(await verifyUrl(signed, 'another key', { now })).toBe('invalid')
    expect(await verifyUrl(url, key, { now })).toBe('missing')
    expect(await verifyUrl(await signUrl(url, key), key, { now })).toBe('valid')
  })

  test('reads the clock where it is not told the time', async () => {
    expect(await verifyUrl(await signUrl(url, key, { expiresIn: 60 }), key)).toBe('valid')
    expect(
      await verifyUrl(await signUrl(url, key, { expiresAt: 1_000_000_000 }), key),
    ).toBe('expired')
  })

  test('accepts what node:crypto signed, for any id and wherever the expiry stands', async () => {
    await fc.assert(
      fc.asyncProperty(imageIds, fc.boolean(), async (id, first) => {
        const pathname = `/hash/${id.split('/').map(encodeURIComponent).join('/')}/public`
        const query = first ? 'exp=1795305600&v=2' : 'v=2&exp=1795305600'
        const signed = `https://imagedelivery.net${pathname}?${query}&sig=${hmac(`${pathname}?${query}`)}`
        expect(await verifyUrl(signed, key, { now })).toBe('valid')
      }),
      { numRuns: 50 },
    )
  })

  test('notices every change to what is signed', async () => {
    const signed = await signUrl(url, key, { expiresAt: now + 600 })
    const changes: [string, string][] = [
      ['thumbnail', 'public'],
      ['083eb7b2', '083eb7b3'],
      ['Vi7w', 'Vi7x'],
      [`exp=${now + 600}`, `exp=${now + 601}`],
      [`exp=${now + 600}&`, ''],
      ['?exp', '?v=1&exp'],
    ]
    for (const [from, to] of changes) {
      expect(await verifyUrl(signed.replace(from, to), key, { now })).toBe('invalid')
    }
  })

  test.each([
    ['shorter', (sig: string) => sig.slice(0, -2)],
    ['longer', (sig: string) => `${sig}00`],
    ['in capitals', (sig: string) => sig.toUpperCase()],
    ['empty', () => ''],
    ['no hex', () => 'z'.repeat(64)],
    ['given twice', (sig: string) => `${sig}&sig=${sig}`],
  ])('calls a signature invalid that is %s', async (_, change) => {
    const [plain, sig = ''] = (await signUrl(url, key)).split('?sig=')
    expect(await verifyUrl(`${plain}?sig=${change(sig)}`, key, { now })).toBe('invalid')
  })

  test('calls a signature invalid on what is no delivery URL', async () => {
    expect(await verifyUrl(`https://example.com/a.jpg?sig=${'0'.repeat(64)}`, key)).toBe(
      'invalid',
    )
    expect(await verifyUrl('https://example.com/a.jpg', key)).toBe('missing')
  })
})
