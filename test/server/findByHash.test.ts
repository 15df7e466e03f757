import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { pixel, setUp, uploadAs } from './backend.ts'

const sha = createHash('sha256').update(pixel).digest('hex')
const facts = { w: 1, h: 1, sha }

it('finds one’s own image with the same bytes, and nobody else’s', async () => {
  const backend = setUp()
  const id = await uploadAs(backend, 'ada', { facts })
  const mine = await backend.as('ada')('GET', `-/find?sha=${sha}`)
  expect([mine.status, mine.body.image.id]).toEqual([200, id])
  expect(JSON.stringify(mine.body)).not.toContain('creator')
  const theirs = await backend.as('bob')('GET', `-/find?sha=${sha}`)
  expect([theirs.status, theirs.body]).toEqual([200, {}])
  const another = await uploadAs(backend, 'bob', { facts })
  expect((await backend.as('bob')('GET', `-/find?sha=${sha}`)).body.image.id).toBe(
    another,
  )
  expect((await backend.as('ada')('GET', `-/find?sha=${sha}`)).body.image.id).toBe(id)
})

it.each(['', 'x', sha.toUpperCase(), `${sha}|${sha}`])(
  'refuses %j as a hash',
  async (value) => {
    const { as, emulator } = setUp()
    expect((await as('ada')('GET', `-/find?sha=${value}`)).status).toBe(422)
    expect(emulator.requests).toEqual([])
  },
)
