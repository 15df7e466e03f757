import { describe, expect, it } from 'vitest'
import { file, pixel, setUp, uploadAs } from './backend.ts'

const facts = { w: 1, h: 1, alt: 'A pixel', st: 'pending' } as const

describe('confirming images', () => {
  it('takes the mark of a pending image away, and nothing else', async () => {
    const backend = setUp()
    const id = await uploadAs(backend, 'ada', { facts, metadata: { album: 'a' } })
    expect((await backend.images.get(id)).meta).toEqual({ album: 'a', rci: facts })
    const { status, body } = await backend.as('ada')('POST', '-/confirm', {
      json: { ids: [id] },
    })
    expect([status, body]).toEqual([200, {}])
    const { st: _, ...rest } = facts
    expect((await backend.images.get(id)).meta).toEqual({ album: 'a', rci: rest })
  })

  it('believes no browser that a draft or a foreign image is done', async () => {
    const told: unknown[] = []
    const backend = setUp({ on: { uploaded: (event) => told.push(event) } })
    const { body: draft } = await backend.as('ada')('POST', '', {
      json: { ...file, facts },
    })
    const foreign = await uploadAs(backend, 'bob', { facts })
    for (const id of [draft.id, foreign, 'missing']) {
      const answer = await backend.as('ada')('POST', '-/confirm', { json: { ids: [id] } })
      expect([answer.status, answer.body.error.code]).toEqual([404, 'not-found'])
    }
    expect(told).toEqual([])
    expect((await backend.images.get(foreign)).meta).toEqual({ rci: facts })
  })

  it('confirms what is there although another is missing', async () => {
    const told: string[] = []
    const backend = setUp({
      on: { uploaded: ({ user, image }) => told.push(`${user.id} ${image.id}`) },
    })
    const id = await uploadAs(backend, 'ada', { facts })
    const { status } = await backend.as('ada')('POST', '-/confirm', {
      json: { ids: ['gone', id] },
    })
    expect(status).toBe(404)
    expect((await backend.images.get(id)).meta).toEqual({
      rci: { w: 1, h: 1, alt: 'A pixel' },
    })
    expect(told).toEqual([`ada ${id}`])
  })

  it('is there for the server too', async () => {
    const backend = setUp()
    const id = await uploadAs(backend, 'ada', { facts })
    await expect(backend.handler.confirm({ id: 'bob' }, [id])).rejects.toMatchObject({
      code: 'not-found',
    })
    for (const nobody of ['', '*', 'deleted:ada']) {
      await expect(backend.handler.confirm({ id: nobody }, [id])).rejects.toMatchObject({
        code: 'unauthorized',
      })
    }
    await backend.handler.confirm({ id: 'ada' }, [id])
    expect((await backend.images.get(id)).meta?.['rci']).not.toHaveProperty('st')
  })
})

describe('sweeping', () => {
  it('takes pending images of yesterday, whoever’s they are, and no other', async () => {
    const deleted: string[] = []
    const backend = setUp({ on: { deleted: ({ id }) => deleted.push(id) } })
    const hours = (count: number) => new Date(Date.now() - count * 3_600_000)
    const pending = { rci: facts }
    const images = await backend.emulator.seed({
      images: [
        { file: pixel, creator: 'ada', uploaded: hours(30), metadata: pending },
        { file: pixel, creator: 'ada', uploaded: hours(29), metadata: {} },
        { file: pixel, creator: 'bob', uploaded: hours(25), metadata: pending },
        { file: pixel, creator: 'bob', uploaded: hours(23), metadata: pending },
      ],
    })
    const [first, second, third, fourth] = images.map(({ id }) => id)
    expect(await backend.handler.sweep()).toBe(2)
    expect(deleted.toSorted()).toEqual([first, third].toSorted())
    const left = (await backend.images.list()).images.map(({ id }) => id)
    expect(left.toSorted()).toEqual([second, fourth].toSorted())
    expect(await backend.handler.sweep({ olderThan: 3600 })).toBe(1)
    expect(await backend.handler.sweep({ olderThan: 3600 })).toBe(0)
  })
})
