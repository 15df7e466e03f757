import { describe, expect, it } from 'vitest'
import { file, setUp, uploadAs } from './backend.ts'

describe('signing URLs of many images', () => {
  it('answers one’s own, in every variant, with the end of the signatures', async () => {
    const backend = setUp({ requireSignedURLs: ({ id }) => id !== 'open' })
    await backend.images.variants.create({ id: 'thumb', options: { width: 10 } })
    const mine = await uploadAs(backend, 'ada')
    const foreign = await uploadAs(backend, 'bob')
    const json = { ids: [mine, foreign, 'missing'], variants: ['thumb', 'public'] }
    const { status, body } = await backend.as('ada')('POST', '-/signed-urls', { json })
    expect(status).toBe(200)
    expect(Object.keys(body.urls)).toEqual([mine])
    expect(Object.keys(body.urls[mine])).toEqual(['thumb', 'public'])
    const exp = new URL(body.urls[mine].public).searchParams.get('exp')
    expect(new Date(Number(exp) * 1000).toISOString()).toBe(body.expiresAt)
    expect((await backend.emulator.fetch(body.urls[mine].public)).status).toBe(200)
    const forged = body.urls[mine].public.replace('/public', '/thumb')
    expect((await backend.emulator.fetch(forged)).status).toBe(403)
  })

  it('costs one call for a page of a hundred, once keys and variants are known', async () => {
    const backend = setUp({ requireSignedURLs: true })
    const ids: string[] = []
    for (let count = 0; count < 100; count++) ids.push(await uploadAs(backend, 'ada'))
    const sign = () =>
      backend.as('ada')('POST', '-/signed-urls', { json: { ids, variants: ['public'] } })
    await sign()
    const before = backend.emulator.requests.length
    const { body } = await sign()
    expect(Object.keys(body.urls)).toHaveLength(100)
    expect(backend.emulator.requests).toHaveLength(before + 1)
  })

  it('signs no draft', async () => {
    const backend = setUp({ requireSignedURLs: true })
    const { body: draft } = await backend.as('ada')('POST', '', { json: file })
    const json = { ids: [draft.id], variants: ['public'] }
    const { body } = await backend.as('ada')('POST', '-/signed-urls', { json })
    expect(body.urls).toEqual({ [draft.id]: {} })
  })

  it.each([
    { ids: ['x'] },
    { ids: ['x'], variants: 'public' },
    { ids: ['x'], variants: ['width=10'] },
    { ids: Array.from({ length: 101 }, (_, index) => `${index}`), variants: ['public'] },
  ])('refuses %j', async (json) => {
    const backend = setUp()
    const { status } = await backend.as('ada')('POST', '-/signed-urls', { json })
    expect([404, 422]).toContain(status)
    expect(backend.emulator.requests).toEqual([])
  })
})
