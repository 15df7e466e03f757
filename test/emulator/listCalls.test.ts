import { createEmulator } from 'react-cloudflare-images/emulator'
import type { EmulatorSeed } from 'react-cloudflare-images/emulator'
import { expect, test } from 'vitest'
import type { HostedImagePage } from '../../src/api/HostedImage.ts'
import { drawing } from '../support/pictures.ts'
import { callApi, formOf, refusal } from './callApi.ts'

type Seeds = NonNullable<EmulatorSeed['images']>

const numbered = (count: number): Seeds =>
  Array.from({ length: count }, (_, index) => ({ id: `image-${index}`, file: drawing() }))

const seeded = async (images: Seeds) => {
  const emulator = createEmulator()
  await emulator.seed({ images })
  const list = (query = '') => callApi<HostedImagePage>(emulator, `GET /v2${query}`)
  const ids = async (query = '') => (await list(query)).result.images.map(({ id }) => id)
  return { emulator, list, ids }
}

test('lists the newest first, or the oldest', async () => {
  const { ids } = await seeded(numbered(3))
  expect(await ids()).toEqual(['image-2', 'image-1', 'image-0'])
  expect(await ids('?sort_order=desc')).toEqual(['image-2', 'image-1', 'image-0'])
  expect(await ids('?sort_order=asc')).toEqual(['image-0', 'image-1', 'image-2'])
})

test('orders by the time of upload, also where it is seeded', async () => {
  const { ids } = await seeded([
    { id: 'b', file: drawing(), uploaded: new Date('2026-02-01') },
    { id: 'c', file: drawing(), uploaded: new Date('2026-03-01') },
    { id: 'a', file: drawing(), uploaded: new Date('2026-01-01') },
  ])
  expect(await ids()).toEqual(['c', 'b', 'a'])
})

test.each(['asc', 'desc'])(
  'walks through all pages %s, whatever happens meanwhile',
  async (order) => {
    const { emulator, list } = await seeded(numbered(25))
    const seen: string[] = []
    let token: string | null | undefined
    do {
      const { result } = await list(
        `?per_page=10&sort_order=${order}${token ? `&continuation_token=${token}` : ''}`,
      )
      seen.push(...result.images.map(({ id }) => id))
      token = result.continuation_token
      // What was seen may go without moving the rest; the last one seen too.
      await callApi(emulator, `DELETE /v1/${seen.at(-1)}`)
    } while (token)
    const all = Array.from({ length: 25 }, (_, index) => `image-${index}`)
    expect(seen).toEqual(order === 'asc' ? all : all.reverse())
  },
)

test('ends with a token of null, also where the last page is full', async () => {
  const { list } = await seeded(numbered(4))
  expect((await list('?per_page=4')).result.continuation_token).toBeNull()
  expect((await list('?per_page=3')).result.continuation_token).toMatch(/^[\w-]+$/)
  expect((await list('?per_page=1')).result.images).toHaveLength(1)
})

test('gives at most 1,000 a page', async () => {
  const { list } = await seeded(numbered(1_001))
  expect((await list()).result.images).toHaveLength(1_000)
  const page = (await list('?per_page=10000')).result
  expect(page.images).toHaveLength(1_000)
  expect(
    (await list(`?continuation_token=${page.continuation_token}`)).result.images.map(
      ({ id }) => id,
    ),
  ).toEqual(['image-0'])
})

test('walks over ids that are not ASCII', async () => {
  const { list, ids } = await seeded([
    { id: '写真/一', file: drawing() },
    { id: 'Zürich', file: drawing() },
  ])
  const { continuation_token: token } = (await list('?per_page=1')).result
  expect(await ids(`?continuation_token=${encodeURIComponent(token ?? '')}`)).toEqual([
    '写真/一',
  ])
})

test.each([
  'per_page=0',
  'per_page=10001',
  'per_page=ten',
  'sort_order=newest',
  'continuation_token=made-up',
  'continuation_token=W10',
])('refuses %s', async (query) => {
  const { list } = await seeded([])
  expect(refusal(await list(`?${query}`)).slice(0, 2)).toEqual([400, 5400])
})

test('filters by creator, and by having none', async () => {
  const { ids } = await seeded([
    { id: 'a', file: drawing(), creator: 'ada' },
    { id: 'b', file: drawing(), creator: 'bob' },
    { id: 'n', file: drawing() },
  ])
  expect(await ids('?creator=ada')).toEqual(['a'])
  expect(await ids('?creator=')).toEqual(['n'])
  expect(await ids('?creator=eve')).toEqual([])
})

test('ignores a page number, and says so', async () => {
  const { list } = await seeded(numbered(2))
  const answer = await list('?page=2')
  expect(answer.result.images).toHaveLength(2)
  expect(answer.messages).toEqual(['page is ignored: use continuation_token'])
})

test('hides drafts, and forgets them a day after they expired', async () => {
  let now = Date.parse('2026-11-22T00:00:00Z')
  const emulator = createEmulator({ clock: () => now })
  const minted = await callApi<{ id: string }>(emulator, 'POST /v2/direct_upload', {
    body: formOf({ id: 'draft' }),
  })
  const status = async (line: string) => (await callApi(emulator, line)).status
  expect((await callApi<HostedImagePage>(emulator, 'GET /v2')).result.images).toEqual([])
  expect(await status(`GET /v1/${minted.result.id}`)).toBe(200)
  now += 30 * 60_000
  expect(await status('GET /v1/draft')).toBe(404)
  const upload = async () =>
    (
      await emulator.fetch('http://a.test/Emulator_Account_Hash_/draft', {
        method: 'POST',
        body: formOf({ file: 'x' }),
      })
    ).status
  expect(await upload()).toBe(410)
  now += 24 * 60 * 60_000
  await callApi(emulator, 'GET /v2')
  expect(await upload()).toBe(404)
})

test('lists by page number in the first version', async () => {
  const { emulator } = await seeded(numbered(5))
  const list = async (query: string) =>
    (await callApi<HostedImagePage>(emulator, `GET /v1${query}`)).result.images.map(
      ({ id }) => id,
    )
  expect(await list('')).toHaveLength(5)
  expect(await list('?page=1&per_page=2')).toEqual(['image-4', 'image-3'])
  expect(await list('?page=3&per_page=2')).toEqual(['image-0'])
  expect(await list('?page=4&per_page=2')).toEqual([])
  expect((await callApi(emulator, 'GET /v1?page=0')).status).toBe(400)
})
