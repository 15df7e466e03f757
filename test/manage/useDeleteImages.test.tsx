import { act, renderHook, waitFor } from '@testing-library/react'
import { useDeleteImages, useImageList } from 'react-cloudflare-images'
import { expect, test } from 'vitest'
import { createWorld, namesOf, refusal } from './createWorld.tsx'
import type { World } from './createWorld.tsx'

async function renderList(world: World, count: number) {
  const ids = await world.seed(count)
  const { result } = renderHook(
    () => ({ list: useImageList({ limit: 1000 }), remove: useDeleteImages() }),
    { wrapper: world.Provider },
  )
  await waitFor(() => expect(result.current.list.images).toHaveLength(count))
  world.calls.length = 0
  return { ids, result, shown: () => namesOf(result.current.list.images) }
}

/** A backend's bulk route, answered from what Cloudflare holds. */
const bulkAnswer = (deleted: readonly string[], failed: Record<string, string> = {}) =>
  Response.json({ deleted, failed })

test('sends 501 ids in two requests, and renders the list empty', async () => {
  const world = createWorld()
  const { ids, result, shown } = await renderList(world, 501)
  world.intercept('POST /-/delete', () => bulkAnswer(ids.slice(0, 500)))
  world.intercept('POST /-/delete', () => bulkAnswer(ids.slice(500)))
  await act(() => result.current.remove.mutateAsync(ids))
  await waitFor(() => expect(shown()).toEqual([]))
  expect(world.calls).toEqual(['POST /-/delete', 'POST /-/delete'])
  await waitFor(() => expect(result.current.remove.data?.deleted).toEqual(ids))
})

test('brings back what the backend kept, and names it in the result', async () => {
  const world = createWorld()
  const { ids, result, shown } = await renderList(world, 3)
  const [first = '', ...others] = ids
  world.intercept('POST /-/delete', () => bulkAnswer(others, { [first]: 'forbidden' }))
  const report = await act(() => result.current.remove.mutateAsync(ids))
  expect(report).toEqual({ deleted: others, failed: { [first]: 'forbidden' } })
  await waitFor(() => expect(shown()).toEqual(['1']))
})

test('keeps what went before where a later request fails', async () => {
  const world = createWorld()
  const { ids, result, shown } = await renderList(world, 502)
  world.intercept('POST /-/delete', () => bulkAnswer(ids.slice(0, 500)))
  world.intercept('POST /-/delete', () => refusal(403, 'forbidden'))
  const report = await act(() => result.current.remove.mutateAsync(ids))
  expect(report.failed).toEqual({ [ids[500]!]: 'forbidden', [ids[501]!]: 'forbidden' })
  await waitFor(() => expect(shown()).toEqual(['502', '501']))
})

test('deletes one by one where the backend has no bulk route', async () => {
  const world = createWorld()
  const { ids, result, shown } = await renderList(world, 3)
  world.intercept('POST /-/delete', () => new Response(null, { status: 404 }))
  await act(() => result.current.remove.mutateAsync(ids.slice(1)))
  await waitFor(() => expect(shown()).toEqual(['1']))
  expect(await world.stored()).toEqual([ids[0]])
})
