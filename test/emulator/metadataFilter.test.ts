import { createEmulator } from 'react-cloudflare-images/emulator'
import { beforeAll, expect, test } from 'vitest'
import type { HostedImagePage } from '../../src/api/HostedImage.ts'
import { drawing } from '../support/pictures.ts'
import { callApi, refusal } from './callApi.ts'

const emulator = createEmulator()

beforeAll(async () => {
  const metas = {
    active: {
      status: 'active',
      rating: 4,
      priority: '7',
      live: true,
      region: { name: 'eu-west' },
    },
    archived: {
      status: 'archived',
      rating: 5,
      priority: '8',
      live: false,
      region: { name: 'us' },
    },
    deep: { a: { b: { c: { d: { e: 'found', f: { g: 1 } } } } }, status: 4 },
    bare: {},
  }
  const images = Object.entries(metas).map(([id, metadata]) => ({
    id,
    metadata,
    file: drawing(),
  }))
  await emulator.seed({ images })
})

const list = (filters: readonly string[]) =>
  callApi<HostedImagePage>(
    emulator,
    `GET /v2?sort_order=asc&${filters.map((filter) => filter.replaceAll('|', '%7C')).join('&')}`,
  )

test.each([
  ['meta.status[eq]=active', ['active']],
  ['meta.status[eq:string]=active', ['active']],
  ['meta.status[eq]=4', ['deep']],
  ['meta.status[eq:string]=4', []],
  ['meta.status[eq:number]=4', ['deep']],
  ['meta.priority[eq:number]=7', []],
  ['meta.live[eq:boolean]=true', ['active']],
  ['meta.live[eq]=false', ['archived']],
  ['meta.rating[gt]=4', ['archived']],
  ['meta.rating[gte:number]=4', ['active', 'archived']],
  ['meta.rating[lt]=5', ['active']],
  ['meta.rating[lte]=3', []],
  ['meta.priority[gt]=1', []],
  ['meta.rating[in:number]=4|5', ['active', 'archived']],
  ['meta.status[in]=active|archived|other', ['active', 'archived']],
  ['meta.status[in:string]=4', []],
  ['meta.region.name[eq]=eu-west', ['active']],
  ['meta.a.b.c.d.e[eq]=found', ['deep']],
  ['meta.a.b.c.d[eq]=found', []],
  ['meta.missing[eq]=', []],
  ['meta.__proto__[eq]=x', []],
])('%s', async (filter, expected) => {
  const answer = await list([filter])
  expect(answer.result.images.map(({ id }) => id)).toEqual(expected)
})

test('two conditions must both hold', async () => {
  const { result } = await list(['meta.rating[gte]=4', 'meta.rating[lt]=5'])
  expect(result.images.map(({ id }) => id)).toEqual(['active'])
})

test("refuses in Cloudflare's words", async () => {
  expect(refusal(await list(['meta.status[not-eq]=a']))).toEqual([
    400,
    5400,
    "Unsupported metadata filter operator: 'not-eq'",
  ])
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `meta.${name}[eq]=1`)
  expect(refusal(await list(six))).toEqual([
    400,
    5400,
    'Too many metadata filters: 6 provided, maximum 5 allowed',
  ])
  expect((await list(six.slice(1))).status).toBe(200)
})

test.each([
  'meta.a.b.c.d.f.g[eq]=1',
  'meta.status=active',
  'meta.status[]=active',
  'meta.[eq]=a',
  'meta.a-b[eq]=1',
  'meta.a b[eq]=1',
  `meta.${'a'.repeat(101)}[eq]=1`,
  'meta.a[eq:date]=1',
  'meta.a[gt:string]=1',
  'meta.a[gt]=many',
  'meta.a[eq:number]=',
  'meta.a[eq:boolean]=1',
  'meta.a[in:boolean]=true',
  `meta.a[in]=${'1|'.repeat(10)}1`,
])('refuses %s', async (filter) => {
  expect(refusal(await list([filter])).slice(0, 2)).toEqual([400, 5400])
})
