import { QueryClient } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import {
  createImagesApi,
  ImageGallery,
  imageListQueryOptions,
  ImagesProvider,
} from 'react-cloudflare-images'
import type { CloudflareImage, ImageGalleryProps } from 'react-cloudflare-images'
import 'react-cloudflare-images/styles.css'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'

afterEach(() => {
  cleanup()
  document.documentElement.dir = ''
})

const total = 10_000
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const imageOf = (index: number): CloudflareImage => ({
  id: `id-${index}`,
  filename: `photo-${index}.jpg`,
  uploaded: '2026-01-01T00:00:00.000Z',
  requireSignedURLs: false,
  meta: { rci: { w: 1200, h: 800 } },
  variants: [pixel],
})

/** A backend of ten thousand pictures, a thousand a page. */
const api = createImagesApi({
  fetch: async (input) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href)
    const start = Number(url.searchParams.get('cursor') ?? 0)
    const images = Array.from({ length: 1000 }, (_, at) => imageOf(start + at))
    const next = start + 1000
    return Response.json({ images, ...(next < total && { cursor: String(next) }) })
  },
})

/** A gallery of which so many pages are loaded, at first sight. */
async function show(props: ImageGalleryProps = {}, pages = 10): Promise<HTMLElement> {
  await page.viewport(1280, 800)
  document.documentElement.scrollTop = 0
  const queryClient = new QueryClient()
  const filters = { limit: 1000 }
  await queryClient.fetchInfiniteQuery({ ...imageListQueryOptions(api, filters), pages })
  render(
    <ImagesProvider {...{ api, queryClient }}>
      <ImageGallery filters={filters} {...props} />
    </ImagesProvider>,
  )
  return screen.getByRole('grid')
}

/** The same once it follows the screen. */
async function open(props?: ImageGalleryProps, pages?: number): Promise<HTMLElement> {
  const grid = await show(props, pages)
  // What follows the screen comes after first sight, and takes away the tiles that are off it.
  await waitFor(() => expect(grid.parentElement!.style.paddingBlockEnd).not.toBe(''))
  return grid
}

const tile = (index: number) =>
  document.querySelector<HTMLElement>(`[data-id="id-${index}"]`)
const frames = async (count = 4) => {
  for (let at = 0; at < count; at++) await new Promise(requestAnimationFrame)
}
const scrollTo = async (top: number) => {
  document.documentElement.scrollTop = top
  await frames()
}
const isOnScreen = (element: Element | null) => {
  const { top, bottom } = element?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
  return top >= -1 && bottom <= innerHeight + 1
}
/** What a person sees at a point in the middle of the screen. */
const seen = () =>
  document.elementFromPoint(200, 400)?.closest<HTMLElement>('[data-id]')?.dataset['id']

// Stands first: what reads keys comes but once for all tests.
test('loses no key that is pressed before what reads keys has come', async () => {
  const grid = await show({}, 1)
  const press = (key: string) =>
    tile(0)!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  tile(0)!.focus()
  press('ArrowRight')
  press('ArrowRight')
  expect(tile(0)).toHaveFocus()
  expect(grid.parentElement!.style.paddingBlockEnd).toBe('')
  await waitFor(() => expect(tile(2)).toHaveFocus())
})

test('has no more than 300 elements in the page, wherever ten thousand pictures are scrolled to', async () => {
  const grid = await open({ selectable: true, onOpen: () => {}, searchable: true })
  await frames()
  expect(seen()).toBeDefined()
  const columns = Number(grid.getAttribute('aria-colcount'))
  expect(columns).toBeGreaterThan(3)
  expect(grid).toHaveAttribute('aria-rowcount', String(Math.ceil(total / columns)))
  const height = document.documentElement.scrollHeight
  for (const part of [0, 0.1, 0.5, 0.9, 1, 0.3]) {
    await scrollTo(part * height)
    expect(grid.parentElement!.querySelectorAll('*').length).toBeLessThanOrEqual(300)
    expect(document.documentElement.scrollHeight).toBe(height)
  }
  await scrollTo(height)
  expect(isOnScreen(tile(total - 1))).toBe(true)
  await scrollTo(height / 2)
  expect(Number(seen()?.slice(3)) / total).toBeCloseTo(0.5, 1)
})

test('follows the width of the page with its columns, and its height with it', async () => {
  const grid = await open()
  await frames()
  const wide = Number(grid.getAttribute('aria-colcount'))
  await page.viewport(420, 800)
  await waitFor(() =>
    expect(Number(grid.getAttribute('aria-colcount'))).toBeLessThan(wide),
  )
  await frames()
  await scrollTo(1e9)
  expect(isOnScreen(tile(total - 1))).toBe(true)
})

test('goes to the last loaded picture with End, loads what follows, and walks on', async () => {
  const grid = await open({}, 2)
  await frames()
  expect(grid).toHaveAttribute('aria-rowcount', '-1')
  tile(0)!.focus()
  await userEvent.keyboard('{End}')
  expect(tile(1999)).toHaveFocus()
  await frames()
  expect(isOnScreen(tile(1999))).toBe(true)
  await waitFor(() => expect(tile(2000)).not.toBeNull())
  await userEvent.keyboard('{ArrowRight}')
  expect(tile(2000)).toHaveFocus()
  await userEvent.keyboard('{Home}')
  expect(tile(0)).toHaveFocus()
  await frames()
  expect(isOnScreen(tile(0))).toBe(true)
})

test('keeps the focus where it is while its row is far off the screen', async () => {
  await open()
  await frames()
  const focused = tile(7)!
  focused.focus()
  await scrollTo(100_000)
  expect(focused).toHaveFocus()
  expect(tile(7)).toBe(focused)
  expect(tile(30)).toBeNull()
  await userEvent.keyboard('{ArrowRight}')
  expect(tile(8)).toHaveFocus()
  await frames()
  expect(isOnScreen(tile(8))).toBe(true)
})

test('owns its cells by rows, so that a screen reader says row and column', async () => {
  const grid = await open()
  await scrollTo(50_000)
  const columns = Number(grid.getAttribute('aria-colcount'))
  const rows = [...grid.querySelectorAll('[role=row]')]
  expect(rows.length).toBeGreaterThan(2)
  for (const row of rows.slice(0, -1)) {
    const owned = row.getAttribute('aria-owns')!.split(' ')
    expect(owned).toHaveLength(columns)
    for (const [at, id] of owned.entries()) {
      const cell = document.getElementById(id)!
      expect(cell).toHaveAttribute('aria-colindex', String(at + 1))
      const index = Number(cell.dataset['id']!.slice(3))
      expect(row).toHaveAttribute(
        'aria-rowindex',
        String(Math.floor(index / columns) + 1),
      )
    }
  }
})

test('chooses a range over what has left the page, and everything that is loaded', async () => {
  const onSelectedChange =
    (chosen: string[][]) =>
    (ids: string[]): void =>
      void chosen.push(ids)
  const chosen: string[][] = []
  const grid = await open({
    selectable: true,
    onSelectedChange: onSelectedChange(chosen),
  })
  await frames()
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select photo-3.jpg' }))
  tile(3)!.focus()
  await scrollTo(20_000)
  const far = grid.parentElement!.querySelectorAll<HTMLElement>('[data-id]')[12]!
  const index = Number(far.dataset['id']!.slice(3))
  expect(index).toBeGreaterThan(100)
  const box = far.querySelector('input')!
  box.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))
  expect(chosen.at(-1)).toHaveLength(index - 2)
  await userEvent.click(screen.getByRole('button', { name: 'Clear selection' }))
  tile(1)!.focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  expect(chosen.at(-1)).toHaveLength(total)
  await userEvent.keyboard('{Escape}{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
  expect(chosen.at(-1)).toHaveLength(3)
})

test('scrolls in a box of its own as it does in the page', async () => {
  await open({ style: { blockSize: 400, overflowY: 'auto' }, layout: 'list' })
  await frames()
  const box = document.querySelector<HTMLElement>('.rci-gallery')!
  expect(box.querySelectorAll('[data-id]').length).toBeLessThan(30)
  box.scrollTop = box.scrollHeight
  await frames()
  expect(tile(total - 1)).not.toBeNull()
})

test('starts the name of a picture where the picture starts, whatever its script', async () => {
  await open({}, 1)
  const words = document.createRange()
  words.selectNodeContents(document.querySelector('.rci-gallery-name')!)
  const gap = (side: 'left' | 'right') =>
    Math.abs(words.getBoundingClientRect()[side] - tile(0)!.getBoundingClientRect()[side])
  expect(gap('left')).toBeLessThan(5)
  document.documentElement.dir = 'rtl'
  expect(gap('right')).toBeLessThan(5)
})

test('leaves the whole row of a list to what the app draws', async () => {
  const grid = await open({ layout: 'list', renderItem: ({ filename }) => filename }, 1)
  expect(tile(0)!.clientWidth).toBe(grid.parentElement!.clientWidth)
})
