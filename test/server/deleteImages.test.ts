import { describe, expect, it } from 'vitest'
import { file, pixel, setUp, uploadAs } from './backend.ts'
import type { Backend } from './backend.ts'

const seed = async ({ emulator }: Backend, creator: string, count: number) => {
  const images = Array.from({ length: count }, () => ({ file: pixel, creator }))
  return (await emulator.seed({ images })).map(({ id }) => id)
}

const remove = (backend: Backend, ids: unknown, user = 'ada') =>
  backend.as(user)('POST', '-/delete', { json: { ids } })

describe('deleting many images', () => {
  it('deletes one’s own, and says alike that a foreign and a missing one are not there', async () => {
    const backend = setUp()
    const [mine, alsoMine] = await seed(backend, 'ada', 2)
    const [foreign] = await seed(backend, 'bob', 1)
    const missing = '00000000-0000-4000-0000-000000000000'
    const ids = [mine, foreign, missing, alsoMine, mine, 'keys', '..', '', 'a\uD800']
    const { status, body } = await remove(backend, ids)
    expect(status).toBe(200)
    expect(body.deleted.toSorted()).toEqual([mine, alsoMine].toSorted())
    const others = [foreign, missing, 'keys', '..', '', 'a\uD800']
    expect(body.failed).toEqual(Object.fromEntries(others.map((id) => [id, 'not-found'])))
    expect(await backend.images.get(foreign!)).toMatchObject({ creator: 'bob' })
  })

  it('deletes a draft among a few', async () => {
    const backend = setUp()
    const { body } = await backend.as('ada')('POST', '', { json: file })
    expect((await remove(backend, [body.id])).body).toEqual({
      deleted: [body.id],
      failed: {},
    })
    await expect(backend.images.get(body.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('deletes 500 of 3,000 with at most 505 calls', async () => {
    const backend = setUp()
    const ids = (await seed(backend, 'ada', 3000)).filter((_, index) => index % 6 === 0)
    expect(ids).toHaveLength(500)
    let calls = 0
    const { emulator } = backend
    const { requests } = emulator
    const before = requests.length
    const { body } = await remove(backend, ids)
    calls = requests.length - before
    expect(body.deleted).toHaveLength(500)
    expect(calls).toBeLessThanOrEqual(505)
  })

  it('deletes nothing of what somebody may only list', async () => {
    const backend = setUp({ can: (_, action) => action === 'list' })
    const ids = await seed(backend, 'bob', 7)
    const { body } = await remove(backend, ids)
    expect(body).toEqual({
      deleted: [],
      failed: Object.fromEntries(ids.map((id) => [id, 'not-found'])),
    })
    expect((await backend.images.list({ creator: 'bob' })).images).toHaveLength(7)
  })

  it('spends few calls on ids that somebody made up', async () => {
    const backend = setUp()
    const [kept] = await seed(backend, 'bob', 1)
    const ids = Array.from({ length: 499 }, (_, index) => `made-up-${index}`)
    const before = backend.emulator.requests.length
    const { body } = await remove(backend, [...ids, kept])
    expect(body.deleted).toEqual([])
    expect(backend.emulator.requests.length - before).toBeLessThanOrEqual(6)
  })

  it('goes on after one that fails, and stops asking once there were too many calls', async () => {
    const backend = setUp()
    const ids = await seed(backend, 'ada', 20)
    backend.emulator.faults.set([
      { host: 'api', method: 'DELETE', path: ids[3]!, status: 500 },
    ])
    const { body } = await remove(backend, ids.slice(0, 8))
    expect(body.deleted).toHaveLength(7)
    expect(body.failed).toEqual({ [ids[3]!]: 'server-error' })

    const body429 = {
      success: false,
      result: null,
      messages: [],
      errors: [{ code: 971, message: 'x' }],
    }
    backend.emulator.faults.set([
      { host: 'api', method: 'DELETE', status: 429, body: body429 },
    ])
    const before = backend.emulator.requests.length
    const limited = await remove(backend, ids.slice(8))
    expect(limited.body.deleted).toEqual([])
    expect(Object.values(limited.body.failed)).toEqual(Array(12).fill('rate-limited'))
    // The list, and three attempts of each of the six that were under way.
    expect(backend.emulator.requests.length - before).toBeLessThanOrEqual(1 + 6 * 3)
  })

  it.each([
    undefined,
    'x',
    [1],
    [['x']],
    Array.from({ length: 501 }, (_, index) => `${index}`),
  ])('refuses %j as ids', async (ids) => {
    const backend = setUp()
    const { status, body } = await remove(backend, ids)
    expect([status, body.error.code]).toEqual([422, 'invalid-request'])
    expect(backend.emulator.requests).toEqual([])
  })

  it('takes 500 UUIDs, which are more than 16 KB', async () => {
    const ids = Array.from({ length: 500 }, () => crypto.randomUUID())
    expect(JSON.stringify({ ids }).length).toBeGreaterThan(16_384)
    expect((await remove(setUp(), ids)).status).toBe(200)
  })

  it('lets those delete others’ images whom `can` allows it', async () => {
    const backend = setUp({
      can: ({ id }, action) => id === 'root' && action !== 'access',
    })
    const ids = await seed(backend, 'ada', 10)
    expect((await remove(backend, ids, 'bob')).body.deleted).toEqual([])
    expect((await remove(backend, ids, 'root')).body.deleted.toSorted()).toEqual(
      ids.toSorted(),
    )
  })

  it('tells the app of each', async () => {
    const told: unknown[] = []
    const backend = setUp({ on: { deleted: (event) => told.push(event) } })
    const id = await uploadAs(backend, 'ada')
    await remove(backend, [id, 'other'])
    expect(told).toEqual([{ user: { id: 'ada' }, id }])
  })
})
