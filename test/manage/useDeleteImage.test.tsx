import { act, renderHook, waitFor } from '@testing-library/react'
import { useDeleteImage, useImageList } from 'react-cloudflare-images'
import type { DeleteOptions } from 'react-cloudflare-images'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createWorld, gate, namesOf, refusal } from './createWorld.tsx'
import type { World } from './createWorld.tsx'

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => void vi.useRealTimers())

/** A page with a list of three pictures and something that deletes them. */
async function renderList(world: World, options?: DeleteOptions) {
  const ids = await world.seed(3)
  const { result, unmount } = renderHook(
    () => ({ list: useImageList(), remove: useDeleteImage(options) }),
    { wrapper: world.Provider },
  )
  await waitFor(() => expect(result.current.list.images).toHaveLength(3))
  world.calls.length = 0
  return { ids, result, unmount, shown: () => namesOf(result.current.list.images) }
}

test('hides an image before the backend has answered, and never asks for the list again', async () => {
  const world = createWorld()
  const { ids, result, shown } = await renderList(world)
  const answer = gate<undefined>()
  world.intercept('DELETE', () => answer.promise)
  act(() => result.current.remove.mutate(ids[1]!))
  await waitFor(() => expect(shown()).toEqual(['3', '1']))
  expect(await world.stored()).toHaveLength(3)
  await act(async () => answer.open(undefined))
  await waitFor(() => expect(result.current.remove.isSuccess).toBe(true))
  expect(result.current.remove.data).toBe('deleted')
  expect(shown()).toEqual(['3', '1'])
  expect(await world.stored()).toEqual([ids[2], ids[0]])
  expect(world.calls).toEqual([`DELETE /${ids[1]}`])
})

test('brings the image back to its place where the backend refuses', async () => {
  const world = createWorld()
  const { ids, result, shown } = await renderList(world)
  const answer = gate<Response>()
  world.intercept('DELETE', () => answer.promise)
  act(() => result.current.remove.mutate(ids[1]!))
  await waitFor(() => expect(shown()).toEqual(['3', '1']))
  await act(async () => answer.open(refusal(403, 'forbidden')))
  await waitFor(() =>
    expect(result.current.remove.error).toMatchObject({ code: 'forbidden' }),
  )
  expect(shown()).toEqual(['3', '2', '1'])
})

test('brings back only what was refused where several are deleted at once', async () => {
  const world = createWorld()
  const { ids, result, shown } = await renderList(world)
  world.intercept(`DELETE /${ids[0]}`, () => refusal(403, 'forbidden'))
  act(() => ids.forEach((id) => result.current.remove.mutate(id)))
  await waitFor(() => expect(shown()).toEqual(['1']))
  expect(await world.stored()).toEqual([ids[0]])
})

test('sends nothing while a deletion can be taken back', async () => {
  const world = createWorld()
  const { ids, result, shown } = await renderList(world, { undo: 5000 })
  act(() => result.current.remove.mutate(ids[0]!))
  await waitFor(() => expect(shown()).toEqual(['3', '2']))
  expect(result.current.remove.undoable).toEqual([ids[0]])
  await act(() => vi.advanceTimersByTimeAsync(4000))
  expect(world.calls).toEqual([])
  act(() => result.current.remove.undo(ids[0]))
  await waitFor(() => expect(shown()).toEqual(['3', '2', '1']))
  await act(() => vi.advanceTimersByTimeAsync(5000))
  expect(world.calls).toEqual([])
  expect(result.current.remove.data).toBe('undone')
  expect(result.current.remove.undoable).toEqual([])
})

test('sends the deletion when the time to take it back is over, also when the list is gone', async () => {
  const world = createWorld()
  const { ids, result, unmount } = await renderList(world, { undo: true })
  act(() => result.current.remove.mutate(ids[0]!))
  await act(() => vi.advanceTimersByTimeAsync(7000))
  unmount()
  expect(world.calls).toEqual([])
  await vi.advanceTimersByTimeAsync(2000)
  expect(world.calls).toEqual([`DELETE /${ids[0]}`])
})

test('keeps an image hidden that is fetched again while its deletion can be taken back', async () => {
  const world = createWorld()
  const { ids, result, shown } = await renderList(world, { undo: true })
  act(() => result.current.remove.mutate(ids[0]!))
  await act(() => result.current.list.refetch())
  expect(shown()).toEqual(['3', '2'])
})

test('sends what waits when the page goes away, in a way that outlives it', async () => {
  const kept: (boolean | undefined)[] = []
  const world = createWorld()
  const { ids, result } = await renderList(world, { undo: true })
  world.watch = (init) => kept.push(init.keepalive)
  act(() => result.current.remove.mutate(ids[0]!))
  await act(() => vi.advanceTimersByTimeAsync(100))
  window.dispatchEvent(new Event('pagehide'))
  // A page that goes away gives no more time than its promises take.
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  expect(world.calls).toEqual([`DELETE /${ids[0]}`])
  expect(kept).toEqual([true])
})

test('does not wait again before it repeats a deletion that failed', async () => {
  const world = createWorld()
  const { ids, result } = await renderList(world, { undo: 60_000 })
  world.intercept('DELETE', () => refusal(503, 'server-error'))
  act(() => result.current.remove.mutate(ids[0]!))
  await act(() => vi.advanceTimersByTimeAsync(60_500))
  expect(world.calls).toHaveLength(1)
  await act(() => vi.advanceTimersByTimeAsync(2000))
  expect(world.calls).toHaveLength(2)
  await waitFor(async () => expect(await world.stored()).toEqual([ids[2], ids[1]]))
})
