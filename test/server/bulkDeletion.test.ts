import { expect, it } from 'vitest'
import { pixel, setUp } from './backend.ts'

it('deletes 500 images with at most 505 calls, never over 200 within a second on the batch host', async () => {
  const arrivals: { at: number; isBatch: boolean; status: number }[] = []
  const limits = { apiRequests: 1_200, batchRequests: 200 }
  const backend = setUp(
    {},
    {
      emulate: { limits },
      api: {
        batch: 'http://emulator.test',
        fetch: async (input, init) => {
          const request = new Request(input, init)
          const at = performance.now()
          const { pathname } = new URL(request.url)
          const response = await backend.emulator.fetch(request)
          const isBatch = pathname.startsWith('/images/')
          arrivals.push({ at, isBatch, status: response.status })
          return response
        },
      },
    },
  )
  const image = { file: pixel, creator: 'ada' }
  const seeded = await backend.emulator.seed({
    images: Array.from({ length: 500 }, () => image),
  })
  const ids = seeded.map(({ id }) => id)
  const { body } = await backend.as('ada')('POST', '-/delete', { json: { ids } })
  expect(body).toEqual({ deleted: expect.any(Array), failed: {} })
  expect(body.deleted).toHaveLength(500)
  expect((await backend.images.list()).images).toEqual([])

  expect(arrivals.length).toBeLessThanOrEqual(505 + 1) // the last list is this test's own
  expect(arrivals.filter(({ status }) => status === 429)).toEqual([])
  const batch = arrivals.filter(({ isBatch }) => isBatch).map(({ at }) => at)
  expect(batch.length).toBeGreaterThan(500)
  const busiest = batch.map(
    (start) => batch.filter((at) => at >= start && at < start + 1_000).length,
  )
  expect(Math.max(...busiest)).toBeLessThanOrEqual(200)
})
