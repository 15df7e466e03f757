import { renderHook, waitFor } from '@testing-library/react'
import { useImage, useImageList } from 'react-cloudflare-images'
import { expect, test } from 'vitest'
import { createWorld, refusal } from './createWorld.tsx'

const later = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

test('asks again while the image is a draft, and stops once its bytes are there', async () => {
  const world = createWorld()
  const { id, uploadURL } = await world.api.mint({
    filename: 'cat.png',
    type: 'image/png',
    size: 67,
  })
  world.calls.length = 0
  const { result } = renderHook(() => useImage(id), { wrapper: world.Provider })
  await waitFor(() => expect(result.current.data?.draft).toBe(true))
  await world.upload(uploadURL, 'cat.png')
  await waitFor(() => expect(result.current.data?.draft).toBeFalsy())
  expect(result.current.data).toMatchObject({ id, filename: 'cat.png' })
  const asked = world.calls.length
  expect(asked).toBe(2)
  await later(2500)
  expect(world.calls).toHaveLength(asked)
})

test('waits longer from time to time', async () => {
  const world = createWorld()
  const { id } = await world.api.mint({ filename: 'a.png', type: 'image/png', size: 67 })
  world.calls.length = 0
  renderHook(() => useImage(id), { wrapper: world.Provider })
  await later(3600)
  // At 0, 1 and 3 seconds.
  expect(world.calls).toHaveLength(3)
})

test('stops asking for a draft that is gone', async () => {
  const world = createWorld()
  const { id } = await world.api.mint({ filename: 'a.png', type: 'image/png', size: 67 })
  const { result } = renderHook(() => useImage(id), { wrapper: world.Provider })
  await waitFor(() => expect(result.current.data?.draft).toBe(true))
  world.calls.length = 0
  world.intercept('GET', () => refusal(404, 'not-found'))
  await waitFor(() => expect(result.current.error?.code).toBe('not-found'))
  await later(2500)
  expect(world.calls).toHaveLength(1)
})

test('shows at once what a list already knows', async () => {
  const world = createWorld()
  const [id = ''] = await world.seed(1)
  const { result } = renderHook(
    () => ({ list: useImageList(), image: useImage(id, { enabled: false }) }),
    { wrapper: world.Provider },
  )
  await waitFor(() => expect(result.current.list.images).toHaveLength(1))
  await waitFor(() => expect(result.current.image.data?.filename).toBe('photo-1.png'))
  expect(world.calls).toHaveLength(1)
})

test('asks for the URLs of variants where they are wanted', async () => {
  const world = createWorld()
  const [id = ''] = await world.seed(1)
  const { result } = renderHook(() => useImage(id, { urls: ['public'] }), {
    wrapper: world.Provider,
  })
  await waitFor(() =>
    expect(result.current.data?.urls?.['public']).toContain(`/${id}/public`),
  )
})

test('says which lines are missing where there is no provider', () => {
  const quiet = () => {}
  const error = console.error
  console.error = quiet
  try {
    expect(() => renderHook(() => useImage('cat'))).toThrow(
      expect.objectContaining({
        code: 'no-provider',
        message: expect.stringContaining('<ImagesProvider endpoint="/api/images">'),
      }),
    )
  } finally {
    console.error = error
  }
})
