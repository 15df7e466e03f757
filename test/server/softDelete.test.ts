import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { file, setUp, uploadAs } from './backend.ts'

const day = 86_400
const facts = { w: 1, h: 1, alt: 'A pixel' }

describe('deleting softly', () => {
  it('hides an image from its owner, and restores it as it was', async () => {
    const backend = setUp({ softDelete: true })
    const id = await uploadAs(backend, 'ada', { facts, metadata: { album: 'a' } })
    const before = (await backend.as('ada')('GET', id)).body
    expect((await backend.as('ada')('DELETE', id)).status).toBe(204)
    expect((await backend.as('ada')('GET', id)).status).toBe(404)
    expect((await backend.as('ada')('GET')).body.images).toEqual([])
    await backend.handler.restore({ id: 'ada' }, [id])
    const { variants: _, ...after } = (await backend.as('ada')('GET', id)).body
    expect(before).toMatchObject(after)
    expect((await backend.images.get(id)).meta).toEqual({ album: 'a', rci: facts })
  })

  it('restores to nobody else, and to nobody who takes the name of the deleted', async () => {
    const backend = setUp({ softDelete: true })
    const id = await uploadAs(backend, 'ada')
    await backend.as('ada')('POST', '-/delete', { json: { ids: [id] } })
    for (const [user, code] of [
      ['bob', 'not-found'],
      ['deleted:ada', 'unauthorized'],
      ['', 'unauthorized'],
    ] as const) {
      await expect(backend.handler.restore({ id: user }, [id])).rejects.toMatchObject({
        code,
      })
    }
    expect((await backend.as('deleted:ada')('GET', id)).status).toBe(401)
    expect((await backend.images.get(id)).creator).toBe('deleted:ada')
  })

  it('restores what is there although another is gone', async () => {
    const backend = setUp({ softDelete: true })
    const id = await uploadAs(backend, 'ada')
    await backend.as('ada')('DELETE', id)
    const restored = backend.handler.restore({ id: 'ada' }, ['gone', id])
    await expect(restored).rejects.toMatchObject({ code: 'not-found' })
    expect((await backend.as('ada')('GET', id)).status).toBe(200)
  })

  it('deletes for good after thirty days, and tells the app once', async () => {
    vi.useFakeTimers({ now: 1_795_305_600_000, toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const told: unknown[] = []
    const backend = setUp({
      softDelete: true,
      on: { deleted: ({ id }) => told.push(id) },
    })
    const id = await uploadAs(backend, 'ada')
    const kept = await uploadAs(backend, 'ada')
    await backend.as('ada')('DELETE', id)
    vi.setSystemTime(1_795_305_600_000 + 29 * day * 1000)
    expect(await backend.handler.sweep()).toBe(0)
    vi.setSystemTime(1_795_305_600_000 + 30 * day * 1000)
    expect(await backend.handler.sweep()).toBe(1)
    await expect(backend.images.get(id)).rejects.toMatchObject({ code: 'not-found' })
    expect(await backend.images.get(kept)).toMatchObject({ creator: 'ada' })
    expect(told).toEqual([id])
  })

  it('deletes at once what is a draft, or has no room for the mark', async () => {
    const backend = setUp({ softDelete: true })
    const { body: draft } = await backend.as('ada')('POST', '', { json: file })
    const full = await uploadAs(backend, 'ada', { metadata: { note: 'x'.repeat(1010) } })
    for (const id of [draft.id, full]) {
      expect((await backend.as('ada')('DELETE', id)).status).toBe(204)
      await expect(backend.images.get(id)).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})
