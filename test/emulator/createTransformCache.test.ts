import { expect, test } from 'vitest'
import { createTransformCache } from '../../src/emulator/createTransformCache.ts'

const picture = (size: number) => ({
  bytes: new Uint8Array(size),
  type: 'image/png',
  width: 1,
  height: 1,
})

/** A cache that counts how often it had to make something. */
const counting = (options?: Parameters<typeof createTransformCache>[0]) => {
  const cache = createTransformCache(options)
  const made: string[] = []
  const get = (imageId: string, recipe: string, size = 10) =>
    cache.get({ imageId, recipe }, async () => {
      made.push(`${imageId} ${recipe}`)
      return picture(size)
    })
  return { cache, made, get }
}

test('makes a picture once and keeps it', async () => {
  const { get, made } = counting()
  const first = await get('a', '1')
  expect(await get('a', '1')).toBe(first)
  await get('a', '2')
  await get('b', '1')
  expect(made).toEqual(['a 1', 'a 2', 'b 1'])
})

test('keeps no more bytes than it may, the least recently used go first', async () => {
  const { get, made } = counting({ maxBytes: 30 })
  for (const recipe of ['1', '2', '3']) await get('a', recipe)
  await get('a', '1')
  await get('a', '4')
  made.length = 0
  await get('a', '1')
  await get('a', '3')
  await get('a', '4')
  expect(made).toEqual([])
  await get('a', '2')
  expect(made).toEqual(['a 2'])
})

test('does not keep what alone is too large', async () => {
  const { get, made } = counting({ maxBytes: 30 })
  await get('a', '1')
  await get('a', 'large', 31)
  await get('a', 'large', 31)
  await get('a', '1')
  expect(made).toEqual(['a 1', 'a large', 'a large'])
})

test('forgets one image, or all', async () => {
  const { cache, get, made } = counting()
  await get('a', '1')
  await get('b', '1')
  cache.purge('a')
  await get('a', '1')
  await get('b', '1')
  expect(made).toEqual(['a 1', 'b 1', 'a 1'])
  cache.purge()
  await get('b', '1')
  expect(made).toHaveLength(4)
})

test('does not keep a picture that was purged while it was made', async () => {
  const cache = createTransformCache()
  let finish = (_: ReturnType<typeof picture>) => {}
  const slow = cache.get(
    { imageId: 'a', recipe: '1' },
    () => new Promise((resolve) => (finish = resolve)),
  )
  cache.purge('a')
  finish(picture(10))
  await slow
  let made = 0
  await cache.get({ imageId: 'a', recipe: '1' }, async () => {
    made += 1
    return picture(10)
  })
  expect(made).toBe(1)
})

test('makes only so many at the same time, and goes on after one that fails', async () => {
  const cache = createTransformCache({ maxRunning: 3 })
  let running = 0
  let most = 0
  const work = async (fails: boolean) => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 2))
    running -= 1
    if (fails) throw new Error('no picture')
    return picture(1)
  }
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) =>
      cache.get({ imageId: 'a', recipe: String(at) }, () => work(at % 2 === 0)),
    ),
  )
  expect(most).toBe(3)
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
})

test('asks again after a failure', async () => {
  const cache = createTransformCache()
  const key = { imageId: 'a', recipe: '1' }
  await expect(
    cache.get(key, async () => Promise.reject(new Error('no picture'))),
  ).rejects.toThrow('no picture')
  expect((await cache.get(key, async () => picture(5))).bytes).toHaveLength(5)
})
