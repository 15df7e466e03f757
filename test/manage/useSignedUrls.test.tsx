import { renderHook, waitFor } from '@testing-library/react'
import { useSignedUrls } from 'react-cloudflare-images'
import { afterEach, expect, test, vi } from 'vitest'
import { createWorld, gate, refusal } from './createWorld.tsx'
import type { World } from './createWorld.tsx'

afterEach(() => void vi.useRealTimers())

interface SignRequest {
  ids: string[]
  variants: string[]
}

/** Signs what the next requests ask for, each with the number of its request, for an hour. */
function sign(world: World, times: number, { without = '' } = {}): SignRequest[] {
  const asked: SignRequest[] = []
  for (let time = 1; time <= times; time += 1) {
    world.intercept('POST /-/signed-urls', (body) => {
      const request = JSON.parse(body) as SignRequest
      asked.push(request)
      const urls = request.ids
        .filter((id) => id !== without)
        .map((id) => [
          id,
          Object.fromEntries(
            request.variants.map((name) => [name, `/${id}/${name}?sig=${time}`]),
          ),
        ])
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
      return Response.json({ urls: Object.fromEntries(urls), expiresAt })
    })
  }
  return asked
}

test('asks for all images of one tick in one request', async () => {
  const world = createWorld()
  const asked = sign(world, 1)
  const { result } = renderHook(
    () => [
      useSignedUrls(['a', 'b'], ['thumb', 'card']),
      useSignedUrls(['b', 'c'], ['thumb', 'card']),
    ],
    { wrapper: world.Provider },
  )
  expect(result.current[0]).toMatchObject({ urls: {}, isPending: true, error: null })
  await waitFor(() => expect(result.current[1]?.isPending).toBe(false))
  expect(result.current[0]?.urls).toEqual({
    a: { thumb: '/a/thumb?sig=1', card: '/a/card?sig=1' },
    b: { thumb: '/b/thumb?sig=1', card: '/b/card?sig=1' },
  })
  expect(asked).toEqual([{ ids: ['a', 'b', 'c'], variants: ['thumb', 'card'] }])
})

test('asks for a hundred at a time', async () => {
  const world = createWorld()
  const asked = sign(world, 3)
  const ids = Array.from({ length: 201 }, (_, index) => `image-${index}`)
  const { result } = renderHook(() => useSignedUrls(ids, ['thumb']), {
    wrapper: world.Provider,
  })
  await waitFor(() => expect(Object.keys(result.current.urls)).toHaveLength(201))
  expect(asked.map((request) => request.ids.length)).toEqual([100, 100, 1])
})

test('asks only for what was added', async () => {
  const world = createWorld()
  const asked = sign(world, 2)
  const { result, rerender } = renderHook(({ ids }) => useSignedUrls(ids, ['thumb']), {
    wrapper: world.Provider,
    initialProps: { ids: ['a'] },
  })
  await waitFor(() => expect(result.current.isPending).toBe(false))
  const known = result.current.urls['a']
  rerender({ ids: ['a', 'b'] })
  await waitFor(() => expect(result.current.urls['b']).toBeDefined())
  expect(asked.map((request) => request.ids)).toEqual([['a'], ['b']])
  expect(result.current.urls['a']).toBe(known)
})

test('renews a minute before the URLs expire', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const world = createWorld()
  const asked = sign(world, 2)
  const { result } = renderHook(() => useSignedUrls(['a'], ['thumb']), {
    wrapper: world.Provider,
  })
  await waitFor(() => expect(result.current.urls['a']?.['thumb']).toBe('/a/thumb?sig=1'))
  await vi.advanceTimersByTimeAsync(58 * 60_000)
  expect(asked).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2 * 60_000)
  await waitFor(() => expect(result.current.urls['a']?.['thumb']).toBe('/a/thumb?sig=2'))
  expect(asked).toHaveLength(2)
})

test('has the others where one image is gone, and says so', async () => {
  const world = createWorld()
  sign(world, 1, { without: 'b' })
  const { result } = renderHook(() => useSignedUrls(['a', 'b'], ['thumb']), {
    wrapper: world.Provider,
  })
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'not-found' }))
  expect(Object.keys(result.current.urls)).toEqual(['a'])
})

test('fails as a whole where the backend refuses', async () => {
  const world = createWorld()
  world.intercept('POST', () => refusal(403, 'forbidden'))
  const { result } = renderHook(() => useSignedUrls(['a', 'b'], ['thumb']), {
    wrapper: world.Provider,
  })
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'forbidden' }))
  expect(world.calls).toHaveLength(1)
})

test('gives the request up once nobody waits for any of it', async () => {
  const world = createWorld()
  world.intercept('POST', () => gate<undefined>().promise)
  const one = renderHook(() => useSignedUrls(['a'], ['thumb']), {
    wrapper: world.Provider,
  })
  const other = renderHook(() => useSignedUrls(['b'], ['thumb']), {
    wrapper: world.Provider,
  })
  await waitFor(() => expect(world.calls).toHaveLength(1))
  one.unmount()
  expect(world.signals[0]?.aborted).toBe(false)
  other.unmount()
  expect(world.signals[0]?.aborted).toBe(true)
})
