import { act, renderHook, waitFor } from '@testing-library/react'
import { useDeleteImage, useImageList } from 'react-cloudflare-images'
import { expect, test } from 'vitest'
import { createWorld, gate, namesOf, refusal } from './createWorld.tsx'

test('lists newest first, page by page, in one flat array', async () => {
  const world = createWorld()
  await world.seed(5)
  const { result } = renderHook(() => useImageList({ limit: 2 }), {
    wrapper: world.Provider,
  })
  expect(result.current.images).toEqual([])
  await waitFor(() => expect(namesOf(result.current.images)).toEqual(['5', '4']))
  expect(result.current.hasNextPage).toBe(true)
  await act(() => result.current.fetchNextPage())
  await act(() => result.current.fetchNextPage())
  await waitFor(() =>
    expect(namesOf(result.current.images)).toEqual(['5', '4', '3', '2', '1']),
  )
  expect(result.current.hasNextPage).toBe(false)
  expect(world.calls).toHaveLength(3)
})

test('sorts and filters at the backend', async () => {
  const world = createWorld()
  await world.seed(4, (index) => ({
    metadata: { album: index % 2 ? 'summer' : 'winter' },
  }))
  const { result } = renderHook(
    () => useImageList({ sort: 'oldest', meta: { album: 'summer' } }),
    { wrapper: world.Provider },
  )
  await waitFor(() => expect(namesOf(result.current.images)).toEqual(['2', '4']))
})

test('keeps the array until an image changes, also when it is fetched again', async () => {
  const world = createWorld()
  await world.seed(2)
  const { result, rerender } = renderHook(() => useImageList(), {
    wrapper: world.Provider,
  })
  await waitFor(() => expect(result.current.images).toHaveLength(2))
  const { images } = result.current
  rerender()
  expect(result.current.images).toBe(images)
  await act(() => result.current.refetch())
  expect(world.calls).toHaveLength(2)
  expect(result.current.images).toBe(images)
})

test('renders only for what is read', async () => {
  const world = createWorld()
  await world.seed(1)
  let renders = 0
  const { result } = renderHook(
    () => {
      renders += 1
      return useImageList().images
    },
    { wrapper: world.Provider },
  )
  await waitFor(() => expect(result.current).toHaveLength(1))
  const before = renders
  await act(() => world.queryClient.refetchQueries())
  expect(world.calls).toHaveLength(2)
  expect(renders).toBe(before)
})

test('has every member of the infinite query when it is spread', async () => {
  const world = createWorld()
  const { result } = renderHook(() => ({ ...useImageList() }), {
    wrapper: world.Provider,
  })
  await waitFor(() => expect(result.current.isSuccess).toBe(true))
  expect(result.current).toMatchObject({
    images: [],
    hasNextPage: false,
    status: 'success',
  })
})

test('shows an image once that two pages hold', async () => {
  const world = createWorld()
  const [id] = await world.seed(3)
  const { result } = renderHook(() => useImageList({ limit: 2 }), {
    wrapper: world.Provider,
  })
  await waitFor(() => expect(result.current.images).toHaveLength(2))
  const twice = result.current.images[1]
  world.intercept('cursor', () => Response.json({ images: [twice, { ...twice, id }] }))
  await act(() => result.current.fetchNextPage())
  await waitFor(() => expect(result.current.images).toHaveLength(3))
})

test('goes on after an empty page that has a cursor', async () => {
  const world = createWorld()
  await world.seed(1)
  world.intercept('GET', () => Response.json({ images: [], cursor: 'next' }))
  const { result } = renderHook(() => useImageList(), { wrapper: world.Provider })
  await waitFor(() => expect(result.current.isSuccess).toBe(true))
  expect(result.current.hasNextPage).toBe(true)
})

test('does not repeat a call that was refused, and says why', async () => {
  const world = createWorld()
  world.intercept('GET', () => refusal(401, 'unauthorized'))
  const { result } = renderHook(() => useImageList(), { wrapper: world.Provider })
  await waitFor(() => expect(result.current.isError).toBe(true))
  expect(result.current.error).toMatchObject({
    name: 'ImagesError',
    code: 'unauthorized',
  })
  expect(world.calls).toHaveLength(1)
})

test('repeats a call that may succeed, after the time the backend asks for', async () => {
  const world = createWorld()
  await world.seed(1)
  world.intercept('GET', () => {
    const { status, headers } = refusal(429, 'rate-limited')
    headers.set('retry-after', '1')
    return new Response(null, { status, headers })
  })
  const { result } = renderHook(() => useImageList(), { wrapper: world.Provider })
  await waitFor(() => expect(world.calls).toHaveLength(1))
  const asked = Date.now()
  await waitFor(() => expect(result.current.images).toHaveLength(1))
  expect(Date.now() - asked).toBeGreaterThan(900)
})

test('gives up a call that nobody waits for any more', async () => {
  const world = createWorld()
  world.intercept('GET', () => gate<undefined>().promise)
  const { unmount } = renderHook(() => useImageList(), { wrapper: world.Provider })
  await waitFor(() => expect(world.calls).toHaveLength(1))
  unmount()
  expect(world.signals[0]?.aborted).toBe(true)
})

test('keeps an image away that was deleted while the next page was on its way', async () => {
  const world = createWorld()
  await world.seed(4)
  const { result } = renderHook(
    () => ({ list: useImageList({ limit: 2 }), remove: useDeleteImage() }),
    { wrapper: world.Provider },
  )
  await waitFor(() => expect(namesOf(result.current.list.images)).toEqual(['4', '3']))
  const answer = gate<undefined>()
  world.intercept('cursor', () => answer.promise)
  act(() => void result.current.list.fetchNextPage())
  await act(() => result.current.remove.mutateAsync(result.current.list.images[0]!.id))
  await waitFor(() => expect(namesOf(result.current.list.images)).toEqual(['3']))
  await act(async () => answer.open(undefined))
  await waitFor(() =>
    expect(namesOf(result.current.list.images)).toEqual(['3', '2', '1']),
  )
})
