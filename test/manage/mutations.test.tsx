import { useQuery } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import {
  imageStatsQueryOptions,
  readImageFacts,
  useImage,
  useImageList,
  useImagesApi,
  useImportImage,
  useUpdateImage,
  useVariantMutations,
  variantsQueryOptions,
} from 'react-cloudflare-images'
import type { ImageFilters } from 'react-cloudflare-images'
import { expect, test } from 'vitest'
import { createWorld, namesOf } from './createWorld.tsx'
import type { World } from './createWorld.tsx'

function renderUpdate(world: World, id: string, filters?: ImageFilters) {
  const { result } = renderHook(
    () => ({
      list: useImageList(filters),
      image: useImage(id),
      update: useUpdateImage(),
    }),
    { wrapper: world.Provider },
  )
  return result
}

test('changes the words of an image everywhere, with one request', async () => {
  const world = createWorld()
  const rci = { w: 40, h: 30 }
  const [id = ''] = await world.seed(2, () => ({ metadata: { rci, album: 'summer' } }))
  const result = renderUpdate(world, id)
  await waitFor(() => expect(result.current.image.isFetched).toBe(true))
  await waitFor(() => expect(result.current.list.images).toHaveLength(2))
  world.calls.length = 0
  await act(() => result.current.update.mutateAsync({ id, alt: 'A cat' }))
  await waitFor(() =>
    expect(readImageFacts(result.current.list.images[1]!)?.alt).toBe('A cat'),
  )
  expect(readImageFacts(result.current.image.data!)?.alt).toBe('A cat')
  expect(result.current.image.data?.meta['album']).toBe('summer')
  expect(world.calls).toEqual([`PATCH /${id}`])
})

test('takes an image out of a list that it does not belong to any more', async () => {
  const world = createWorld()
  const [id = ''] = await world.seed(2, () => ({ metadata: { album: 'summer' } }))
  const result = renderUpdate(world, id, { meta: { album: 'summer' } })
  await waitFor(() => expect(result.current.list.images).toHaveLength(2))
  await act(() =>
    result.current.update.mutateAsync({ id, metadata: { album: 'winter' } }),
  )
  await waitFor(() => expect(namesOf(result.current.list.images)).toEqual(['2']))
})

test('follows an image whose id changes with its access', async () => {
  const world = createWorld()
  const [id = ''] = await world.seed(1)
  const result = renderUpdate(world, id)
  await waitFor(() => expect(result.current.list.images).toHaveLength(1))
  const [image] = result.current.list.images
  world.intercept('PATCH', () =>
    Response.json({ ...image, id: 'other', requireSignedURLs: true }),
  )
  const changed = await act(() =>
    result.current.update.mutateAsync({ id, requireSignedURLs: true }),
  )
  expect(changed.id).toBe('other')
  await waitFor(() => expect(result.current.list.images[0]?.id).toBe('other'))
  expect(result.current.image.data?.id).toBe('other')
})

test('puts an imported image into the list', async () => {
  const world = createWorld()
  await world.seed(1)
  const { result } = renderHook(
    () => ({ list: useImageList(), take: useImportImage() }),
    { wrapper: world.Provider },
  )
  await waitFor(() => expect(result.current.list.images).toHaveLength(1))
  const [image] = result.current.list.images
  world.intercept('POST /-/import', (body) => {
    expect(JSON.parse(body)).toEqual({ url: 'https://example.com/cat.png' })
    return Response.json({ ...image, id: 'imported', filename: 'cat.png' })
  })
  await act(() => result.current.take.mutateAsync({ url: 'https://example.com/cat.png' }))
  await waitFor(() => expect(namesOf(result.current.list.images)).toEqual(['cat', '1']))
})

test('tells how many images there are, and which variants, and asks anew after a change', async () => {
  const world = createWorld()
  const thumb = { id: 'thumb', options: { width: 96 } }
  world.intercept('GET /-/stats', () =>
    Response.json({ count: { current: 3, allowed: 100_000 } }),
  )
  world.intercept('GET /-/variants', () => Response.json({ variants: {} }))
  world.intercept('GET /-/variants', () => Response.json({ variants: { thumb } }))
  world.intercept('POST /-/variants', () => Response.json({ variant: thumb }))
  const { result } = renderHook(
    () => {
      const api = useImagesApi()
      return {
        stats: useQuery(imageStatsQueryOptions(api)),
        variants: useQuery(variantsQueryOptions(api)),
        change: useVariantMutations(),
      }
    },
    { wrapper: world.Provider },
  )
  await waitFor(() => expect(result.current.stats.data?.count.current).toBe(3))
  await waitFor(() => expect(result.current.variants.data).toEqual({}))
  await act(() => result.current.change.create.mutateAsync(thumb))
  await waitFor(() => expect(result.current.variants.data).toEqual({ thumb }))
})
