import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect } from 'react'
import { ImageGallery, useDirectUpload } from 'react-cloudflare-images'
import type {
  ImageFilters,
  Transport,
  UseDirectUploadResult,
} from 'react-cloudflare-images'
import { expect, test } from 'vitest'
import { createWorld, gate, pixel, refusal } from '../manage/createWorld.tsx'
import type { World } from '../manage/createWorld.tsx'

const picture = (name: string) => new File([pixel], name)
const shown = () =>
  screen.queryAllByRole('gridcell').map((row) => row.getAttribute('aria-label'))

/** A gallery, and an uploader whose bytes go when they are let go. */
function renderPage(world: World, filters?: ImageFilters) {
  const doors: (() => void)[] = []
  const transport: Transport = async ({ url, file }) => {
    const { promise, open } = gate()
    doors.push(() => open())
    await promise
    await world.upload(url, file.name)
    const [, id = ''] = /([^/]+)$/.exec(url) ?? []
    return Response.json({ success: true, errors: [], messages: [], result: { id } })
  }
  const uploader: { current?: UseDirectUploadResult } = {}
  function Page() {
    const upload = useDirectUpload({ transport, retry: false })
    useEffect(() => {
      uploader.current = upload
    })
    return <ImageGallery filters={filters} />
  }
  render(<Page />, { wrapper: world.Provider })
  const letGo = async (index: number) => {
    await waitFor(() => expect(doors.length).toBeGreaterThan(index))
    await act(async () => doors[index]?.())
  }
  return {
    uploader,
    letGo,
    drop: (...names: string[]) => uploader.current!.upload(names.map(picture)),
  }
}

test('shows a dropped picture at once, and keeps its row when it is stored', async () => {
  const world = createWorld()
  await world.seed(1)
  const { drop, letGo } = renderPage(world)
  await screen.findByRole('gridcell', { name: 'photo-1.png' })
  act(() => void drop('cat.png'))
  expect(shown()).toEqual(['cat.png, uploading', 'photo-1.png'])
  const [row] = screen.getAllByRole('gridcell')
  expect(row).toHaveAttribute('aria-busy', 'true')
  expect(row?.querySelector('svg')).toBeVisible() // nothing can be drawn here
  await letGo(0)
  await waitFor(() => expect(shown()).toEqual(['cat.png, 1 × 1', 'photo-1.png']))
  expect(screen.getAllByRole('gridcell')[0]).toBe(row)
  expect(row).not.toHaveAttribute('aria-busy')
})

test('never shows a picture twice or not at all on its way into the list', async () => {
  const world = createWorld()
  const { drop, letGo } = renderPage(world)
  await screen.findByText('No pictures yet')
  const counts = new Set<number>()
  const observer = new MutationObserver(() => counts.add(shown().length))
  act(() => void drop('cat.png'))
  observer.observe(document.body, { childList: true, subtree: true, attributes: true })
  await letGo(0)
  await waitFor(() => expect(shown()).toEqual(['cat.png, 1 × 1']))
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
  observer.disconnect()
  expect([...counts]).toEqual([1])
})

test('keeps the order of the drop when a later picture is done first', async () => {
  const world = createWorld()
  const { drop, letGo } = renderPage(world)
  await screen.findByText('No pictures yet')
  act(() => void drop('one.png', 'two.png'))
  expect(shown()).toEqual(['two.png, uploading', 'one.png, uploading'])
  await letGo(1)
  await waitFor(() => expect(shown()).toEqual(['two.png, 1 × 1', 'one.png, uploading']))
  await letGo(0)
  await waitFor(() => expect(shown()).toEqual(['two.png, 1 × 1', 'one.png, 1 × 1']))
})

test('takes the row away where the upload fails or is cancelled', async () => {
  const world = createWorld()
  const { drop, uploader } = renderPage(world)
  await screen.findByText('No pictures yet')
  world.intercept('POST', () => refusal(403, 'forbidden'))
  act(() => void drop('cat.png'))
  expect(shown()).toHaveLength(1)
  expect(await screen.findByText('No pictures yet')).toBeVisible()
  act(() => void drop('dog.png'))
  expect(shown()).toEqual(['dog.png, uploading'])
  act(() => uploader.current!.cancel())
  expect(await screen.findByText('No pictures yet')).toBeVisible()
})

test('keeps the row when the uploader forgets its own, and takes it away when it is deleted', async () => {
  const world = createWorld()
  const { drop, letGo, uploader } = renderPage(world)
  await screen.findByText('No pictures yet')
  act(() => void drop('cat.png'))
  await letGo(0)
  await waitFor(() => expect(shown()).toEqual(['cat.png, 1 × 1']))
  const row = screen.getByRole('gridcell')
  act(() => uploader.current!.reset())
  expect(screen.getByRole('gridcell')).toBe(row)
  await userEvent.click(screen.getByRole('button', { name: 'Delete cat.png' }))
  expect(await screen.findByText('No pictures yet')).toBeVisible()
  expect(await world.stored()).toEqual([])
})

test('waits with a list that is oldest first until it knows the place', async () => {
  const world = createWorld()
  await world.seed(1)
  const { drop, letGo } = renderPage(world, { sort: 'oldest' })
  await screen.findByRole('gridcell', { name: 'photo-1.png' })
  act(() => void drop('cat.png'))
  expect(shown()).toEqual(['photo-1.png'])
  await letGo(0)
  await waitFor(() => expect(shown()).toEqual(['photo-1.png', 'cat.png, 1 × 1']))
})
