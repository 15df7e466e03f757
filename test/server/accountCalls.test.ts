import { describe, expect, it } from 'vitest'
import { setUp } from './backend.ts'

const calls = [
  ['GET', '-/stats'],
  ['GET', '-/variants'],
  ['POST', '-/variants', { id: 'hero', options: { width: 100 } }],
  ['PATCH', '-/variants/public', { options: { width: 50 } }],
  ['DELETE', '-/variants/public'],
  ['GET', '-/config'],
  ['PATCH', '-/config', { flexible_variants: true }],
] as const

describe('calls about the account', () => {
  it.each(calls)('are for nobody by default: %s %s', async (method, path, json?) => {
    for (const options of [{}, { can: () => false }]) {
      const { as, emulator } = setUp(options)
      const { status, body } = await as('ada')(method, path, { json })
      expect([status, body.error.code]).toEqual([403, 'forbidden'])
      expect(emulator.requests).toEqual([])
    }
  })

  it('answer what Cloudflare answers to those whom `can` allows them', async () => {
    const asked: unknown[] = []
    const { as } = setUp({ can: (user, action) => asked.push([user.id, action]) > 0 })
    const call = as('root')
    expect((await call('GET', '-/stats')).body.count.current).toBe(0)
    const hero = { id: 'hero', options: { width: 100 } }
    expect((await call('POST', '-/variants', { json: hero })).body.variant).toMatchObject(
      hero,
    )
    const patch = { options: { width: 50 } }
    expect(
      (await call('PATCH', '-/variants/hero', { json: patch })).body.variant.options
        .width,
    ).toBe(50)
    expect(
      Object.keys((await call('GET', '-/variants')).body.variants).toSorted(),
    ).toEqual(['hero', 'public'])
    expect((await call('DELETE', '-/variants/hero')).status).toBe(200)
    expect(Object.keys((await call('GET', '-/variants')).body.variants)).toEqual([
      'public',
    ])
    const flexible = { flexible_variants: true }
    expect((await call('PATCH', '-/config', { json: flexible })).body).toMatchObject(
      flexible,
    )
    expect((await call('GET', '-/config')).body).toMatchObject(flexible)
    expect(asked).toContainEqual(['root', 'updateConfig'])
  })

  it('reach nothing else by a winding name', async () => {
    const { as, emulator } = setUp({ can: () => true })
    for (const name of ['a%2F..%2F..%2Fkeys', '%252e%252e', '']) {
      const { status } = await as('root')('DELETE', `-/variants/${name}`)
      expect([404, 422]).toContain(status)
    }
    expect(emulator.requests).toEqual([])
  })
})
