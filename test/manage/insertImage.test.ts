import { QueryClient } from '@tanstack/react-query'
import { createImagesApi, imageKeys } from 'react-cloudflare-images'
import type { CloudflareImage, ImageFilters, ImagePages } from 'react-cloudflare-images'
import { expect, test } from 'vitest'
import { insertImage } from '../../src/manage/insertImage.ts'

const imageOf = (id: string, more: Partial<CloudflareImage> = {}): CloudflareImage => ({
  id,
  filename: `${id}.png`,
  uploaded: '2026-01-01T00:00:00.000Z',
  requireSignedURLs: false,
  meta: {},
  ...more,
})

const api = createImagesApi({
  fetch: async () =>
    Response.json({ ...imageOf('new'), urls: { thumb: '/hash/new/thumb' } }),
})

/** A cache with one list of two pages, the last one open or not. */
function createList(filters: ImageFilters = {}, { isOpen = false } = {}) {
  const queryClient = new QueryClient()
  const queryKey = imageKeys.list(api, filters)
  const last = isOpen ? { cursor: 'more' } : {}
  queryClient.setQueryData<ImagePages>(queryKey, {
    pages: [
      { images: [imageOf('a'), imageOf('b')], cursor: 'next' },
      { images: [imageOf('c')], ...last },
    ],
    pageParams: [undefined, 'next'],
  })
  const read = () => queryClient.getQueryData<ImagePages>(queryKey)!
  return {
    insert: (image: CloudflareImage) => insertImage({ api, queryClient }, image),
    read,
    ids: () => read().pages.map((page) => page.images.map(({ id }) => id)),
  }
}

test('puts a new image in front of a list that is newest first', () => {
  const list = createList()
  const [, last] = list.read().pages
  list.insert(imageOf('new'))
  expect(list.ids()).toEqual([['new', 'a', 'b'], ['c']])
  expect(list.read().pages[1]).toBe(last)
})

test('puts it at the end of a list that is oldest first and wholly loaded', () => {
  const list = createList({ sort: 'oldest' })
  list.insert(imageOf('new'))
  expect(list.ids()).toEqual([
    ['a', 'b'],
    ['c', 'new'],
  ])
})

test('leaves a list alone whose later pages will bring it', () => {
  const list = createList({ sort: 'oldest' }, { isOpen: true })
  const before = list.read()
  list.insert(imageOf('new'))
  expect(list.read()).toBe(before)
})

test('brings an image up to date that is there already', () => {
  const list = createList()
  list.insert(imageOf('c', { filename: 'other.png' }))
  expect(list.ids()).toEqual([['a', 'b'], ['c']])
  expect(list.read().pages[1]?.images[0]?.filename).toBe('other.png')
})

test('leaves out drafts', () => {
  const list = createList()
  list.insert(imageOf('new', { draft: true }))
  expect(list.ids()).toEqual([['a', 'b'], ['c']])
})

test('waits for the URLs that a list asks for', async () => {
  const list = createList({ urls: ['thumb'] })
  list.insert(imageOf('new'))
  expect(list.ids()).toEqual([['a', 'b'], ['c']])
  await expect.poll(list.ids).toEqual([['new', 'a', 'b'], ['c']])
  expect(list.read().pages[0]?.images[0]?.urls).toEqual({ thumb: '/hash/new/thumb' })
})

test.each<[NonNullable<ImageFilters['meta']>, boolean]>([
  [{ album: 'summer' }, true],
  [{ album: 'winter' }, false],
  [{ missing: 'summer' }, false],
  [{ 'album[eq:string]': 'summer' }, true],
  [{ 'album[in]': 'spring|summer' }, true],
  [{ 'album[in]': 'spring|autumn' }, false],
  [{ 'rating[gte:number]': 4 }, true],
  [{ 'rating[gt]': 4 }, false],
  [{ 'rating[lte]': 4, 'rating[lt]': 5 }, true],
  [{ 'rating[lt]': 4 }, false],
  [{ 'place.country': 'pt' }, true],
  [{ 'place.constructor.name': 'Object' }, false],
  [{ public: true }, true],
  [{ album: 'summer', rating: 5 }, false],
])('a list of %j takes it: %s', (meta, taken) => {
  const list = createList({ meta })
  list.insert(
    imageOf('new', {
      meta: { album: 'summer', rating: 4, place: { country: 'pt' }, public: true },
    }),
  )
  expect(list.ids()[0]?.includes('new')).toBe(taken)
})
