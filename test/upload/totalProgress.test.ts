import { expect, test } from 'vitest'
import type { Upload } from 'react-cloudflare-images'
import { noProgress, totalProgress } from '../../src/upload/totalProgress.ts'
import type { ProgressMemory } from '../../src/upload/totalProgress.ts'

const uploading = (size: number, progress: number): Upload => ({
  id: String(size),
  file: new File([], 'a.png'),
  name: 'a.png',
  size,
  type: 'image/png',
  status: 'uploading',
  progress,
  attempt: 1,
  imageId: 'image',
  indeterminate: false,
})

test('a large file counts for more than a small one', () => {
  const before = { at: 0, progress: noProgress }
  const uploads = [uploading(9_000_000, 0.5), uploading(1_000_000, 0)]
  expect(totalProgress(uploads, { now: 0, before })).toMatchObject({
    ratio: 0.45,
    loaded: 4_500_000,
    total: 10_000_000,
  })
})

test('the speed is that of the line, and tells how many seconds are left', () => {
  let before: ProgressMemory = { at: 0, progress: noProgress }
  for (let second = 0; second <= 4; second++) {
    // Two megabytes a second.
    const uploads = [uploading(20_000_000, second / 10)]
    const now = second * 1_000
    before = { at: now, progress: totalProgress(uploads, { now, before }) }
  }
  expect(before.progress.speed).toBeCloseTo(2_000_000)
  expect(before.progress.secondsLeft).toBe(6)
})

test('there is no speed before a byte has left', () => {
  const before = { at: 0, progress: noProgress }
  const progress = totalProgress([uploading(1_000, 0)], { now: 500, before })
  expect(progress).toMatchObject({ speed: undefined, secondsLeft: undefined })
})

test('the share never falls, except when files are added', () => {
  const before = { at: 0, progress: { ratio: 0.8, loaded: 800, total: 1_000 } }
  const again = [uploading(1_000, 0.2)]
  expect(totalProgress(again, { now: 1, before }).ratio).toBe(0.8)
  const more = [uploading(1_000, 0.8), uploading(3_000, 0)]
  expect(totalProgress(more, { now: 1, before }).ratio).toBe(0.2)
})
