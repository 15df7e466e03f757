import { expect, test } from 'vitest'
import { ImagesError } from 'react-cloudflare-images'
import { delayOf } from '../../src/upload/mayRetry.ts'

const error = new ImagesError('server-error', 'down')

test.each([
  [1, 1_000],
  [2, 2_000],
  [3, 4_000],
  [9, 30_000],
])(
  'after failure %d the next attempt comes within %d ms, and not all at one moment',
  (failures, most) => {
    const delays = Array.from({ length: 200 }, () => delayOf(error, { failures }))
    expect(Math.max(...delays)).toBeLessThanOrEqual(most)
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(most / 2)
    expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(most / 4)
  },
)

test('the server may ask for more, not for less', () => {
  const asked = new ImagesError('rate-limited', 'slow down', { retryAfter: 40 })
  expect(delayOf(asked, { failures: 1, retryDelay: 5 })).toBe(40_000)
  expect(delayOf(asked, { failures: 1, retryDelay: 90_000 })).toBe(90_000)
})
