import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ImageGallery } from 'react-cloudflare-images'
import type { ImageGalleryProps } from 'react-cloudflare-images'
import { expect, test, vi } from 'vitest'
import { createWorld, gate, refusal } from './createWorld.tsx'
import type { World } from './createWorld.tsx'

const shown = () =>
  screen.queryAllByRole('gridcell').map((row) => row.getAttribute('aria-label'))

/** A gallery of so many pictures, the newest first. */
async function renderGallery(world: World, count: number, props: ImageGalleryProps = {}) {
  const ids = await world.seed(count)
  const view = render(<ImageGallery {...props} />, { wrapper: world.Provider })
  if (count > 0) await screen.findAllByRole('gridcell')
  world.calls.length = 0
  return { ids, view, user: userEvent.setup() }
}

test('shows the pictures with their names, and says how many there are', async () => {
  const world = createWorld()
  await renderGallery(world, 2)
  const grid = screen.getByRole('grid', { name: 'Pictures' })
  expect(grid).toHaveAttribute('aria-rowcount', '2')
  expect(shown()).toEqual(['photo-2.png', 'photo-1.png'])
  expect(screen.getByRole('img', { name: 'photo-1.png' })).toHaveAttribute('srcset')
  expect(screen.getByRole('status')).toHaveTextContent('2 pictures')
})

test('calls a picture by the words in its facts, and says its size', async () => {
  const world = createWorld()
  await world.seed(1, () => ({ metadata: { rci: { w: 4032, h: 3024, alt: 'A cat' } } }))
  render(<ImageGallery />, { wrapper: world.Provider })
  await screen.findByRole('gridcell', { name: 'A cat, photo-1.png, 4032 × 3024' })
  expect(screen.getByText('4032 × 3024')).toBeVisible()
})

test('asks again for a picture that did not arrive once the network is back', async () => {
  const world = createWorld()
  await renderGallery(world, 1)
  const picture = screen.getByRole('img', { name: 'photo-1.png' })
  fireEvent.error(picture)
  expect(screen.queryByRole('img')).toBeNull()
  act(() => void window.dispatchEvent(new Event('online')))
  expect(screen.getByRole('img', { name: 'photo-1.png' })).toHaveAttribute(
    'src',
    picture.getAttribute('src'),
  )
})

test('is busy, then empty', async () => {
  const world = createWorld()
  const answer = gate<undefined>()
  world.intercept('GET', () => answer.promise)
  render(<ImageGallery empty={<p>Drop something</p>} />, { wrapper: world.Provider })
  expect(screen.getByRole('status')).toHaveTextContent('Loading pictures')
  await act(async () => answer.open(undefined))
  expect(await screen.findByText('Drop something')).toBeVisible()
  expect(screen.queryByRole('grid')).toBeNull()
})

test('says why the list failed, and tries again', async () => {
  const world = createWorld()
  await world.seed(1)
  world.intercept('GET', () => refusal(401, 'unauthorized'))
  render(<ImageGallery labels={{ errors: { unauthorized: 'Bitte anmelden.' } }} />, {
    wrapper: world.Provider,
  })
  expect(await screen.findByRole('alert')).toHaveTextContent('Bitte anmelden.')
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(shown()).toEqual(['photo-1.png']))
})

test('loads the next page at the press of a button, until there is none', async () => {
  const world = createWorld()
  const { user } = await renderGallery(world, 3, { filters: { limit: 2 } })
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '-1')
  await user.click(screen.getByRole('button', { name: 'Load more' }))
  await waitFor(() => expect(shown()).toHaveLength(3))
  expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull()
})

test('keeps the loaded pictures where the next page fails', async () => {
  const world = createWorld()
  const { user } = await renderGallery(world, 3, { filters: { limit: 2 } })
  world.intercept('cursor', () => refusal(403, 'forbidden'))
  await user.click(screen.getByRole('button', { name: 'Load more' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('not allowed')
  expect(shown()).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(shown()).toHaveLength(3))
})

test('deletes a picture, tells the app, and keeps the keyboard where it was', async () => {
  const world = createWorld()
  const onDelete = vi.fn<(subject: unknown) => void>()
  const { ids, user } = await renderGallery(world, 3, { onDelete })
  await user.click(screen.getByRole('button', { name: 'Delete photo-2.png' }))
  await waitFor(() => expect(shown()).toEqual(['photo-3.png', 'photo-1.png']))
  expect(screen.getByRole('gridcell', { name: 'photo-1.png' })).toHaveFocus()
  await waitFor(() => expect(onDelete).toHaveBeenCalledOnce())
  expect(await world.stored()).toEqual([ids[2], ids[0]])
})

test('brings a picture back that could not be deleted, and says so', async () => {
  const world = createWorld()
  const onError = vi.fn<(subject: unknown) => void>()
  const { user } = await renderGallery(world, 1, { onError })
  world.intercept('DELETE', () => refusal(403, 'forbidden'))
  await user.click(screen.getByRole('button', { name: 'Delete photo-1.png' }))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('photo-1.png was not deleted')
  expect(alert).toHaveTextContent('You are not allowed to do this.')
  expect(shown()).toEqual(['photo-1.png'])
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'forbidden' }))
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(shown()).toEqual([]))
  expect(await world.stored()).toEqual([])
})

test('takes a deletion back by button and by key', async () => {
  const world = createWorld()
  const { user } = await renderGallery(world, 3, { undo: true })
  await user.click(screen.getByRole('button', { name: 'Delete photo-3.png' }))
  expect(await screen.findByText('Picture deleted')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(shown()).toHaveLength(3))
  screen.getByRole('gridcell', { name: 'photo-3.png' }).focus()
  await user.keyboard('{Delete}')
  await waitFor(() => expect(shown()).toHaveLength(2))
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(shown()).toHaveLength(3))
  expect(world.calls).toEqual([])
})

test('is one tab stop, then the buttons of the picture, that arrow keys walk over', async () => {
  const world = createWorld()
  const onOpen = vi.fn<(subject: unknown) => void>()
  const { user } = await renderGallery(world, 3, { onOpen })
  await user.tab()
  expect(screen.getByRole('gridcell', { name: 'photo-3.png' })).toHaveFocus()
  await user.keyboard('{ArrowRight}')
  expect(screen.getByRole('gridcell', { name: 'photo-2.png' })).toHaveFocus()
  await user.keyboard('{End}')
  expect(screen.getByRole('gridcell', { name: 'photo-1.png' })).toHaveFocus()
  await user.keyboard('{ArrowRight}')
  expect(screen.getByRole('gridcell', { name: 'photo-1.png' })).toHaveFocus()
  await user.keyboard('{Home}{ArrowLeft}{Enter}')
  expect(onOpen).toHaveBeenCalledWith(
    expect.objectContaining({ filename: 'photo-3.png' }),
  )
  await user.tab()
  expect(screen.getByRole('button', { name: 'Open photo-3.png' })).toHaveFocus()
  await user.tab()
  expect(screen.getByRole('button', { name: 'Delete photo-3.png' })).toHaveFocus()
  await user.tab()
  expect(document.body).toHaveFocus()
})

test('walks the other way in right-to-left pages', async () => {
  const world = createWorld()
  const { user } = await renderGallery(world, 2, { style: { direction: 'rtl' } })
  await user.tab()
  await user.keyboard('{ArrowLeft}')
  expect(screen.getByRole('gridcell', { name: 'photo-1.png' })).toHaveFocus()
})

test('draws pictures in the way of the app, and leaves its fields alone', async () => {
  const world = createWorld()
  const { ids, user } = await renderGallery(world, 2, {
    renderItem: (image, { remove }) => (
      <>
        <input aria-label={`Title of ${image.filename}`} />
        <button onClick={() => remove?.(image)}>Away with {image.filename}</button>
      </>
    ),
  })
  const field = screen.getByRole('textbox', { name: 'Title of photo-2.png' })
  await user.type(field, 'z{Home}{Delete}')
  expect(field).toHaveFocus()
  expect(shown()).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Away with photo-2.png' }))
  await waitFor(async () => expect(await world.stored()).toEqual([ids[0]]))
})

test('asks for the URLs of its variant, and never breaks on a private picture without one', async () => {
  const world = createWorld()
  await world.seed(1)
  await world.seed(1, () => ({ requireSignedURLs: true, filename: 'secret.png' }))
  render(<ImageGallery />, { wrapper: world.Provider })
  await screen.findByRole('gridcell', { name: 'secret.png' })
  expect(screen.queryByRole('img', { name: 'secret.png' })).toBeNull()
  render(<ImageGallery variant="public" aria-label="signed" />, {
    wrapper: world.Provider,
  })
  await waitFor(() => expect(world.calls.at(-1)).toBe('GET ?urls=public'))
  const picture = await screen.findByRole('img', { name: 'secret.png' })
  expect(picture).toHaveAttribute('src', expect.stringMatching(/\/public\?exp=\d+&sig=/))
})

test('takes tokens, class names and words, or leaves all looks to the app', async () => {
  const world = createWorld()
  const { view } = await renderGallery(world, 1, {
    theme: { scheme: 'dark', colorAccent: 'orange' },
    className: 'mine',
    style: { margin: '1px' },
    classNames: { item: 'card' },
    labels: { gallery: 'Bilder' },
    id: 'library',
  })
  const root = view.container.querySelector<HTMLElement>('#library')!
  expect(root).toHaveClass('rci', 'rci-gallery', 'mine')
  expect(root).toHaveAttribute('data-rci-scheme', 'dark')
  expect(root.style.getPropertyValue('--rci-color-accent')).toBe('orange')
  expect(root.style.margin).toBe('1px')
  expect(screen.getByRole('grid', { name: 'Bilder' })).toBeInTheDocument()
  expect(screen.getByRole('gridcell').parentElement).toHaveClass(
    'rci-gallery-item',
    'card',
  )
  view.rerender(<ImageGallery unstyled classNames={{ item: 'card' }} />)
  expect(view.container.innerHTML).not.toContain('rci-')
  expect(screen.getByRole('gridcell').parentElement).toHaveClass('card', { exact: true })
})

test('chooses pictures by box, by range and by key, and deletes them with one request', async () => {
  const world = createWorld()
  const onSelectedChange = vi.fn<(ids: string[]) => void>()
  const { ids, user } = await renderGallery(world, 5, {
    selectable: true,
    onSelectedChange,
  })
  const box = (number: number) =>
    screen.getByRole('checkbox', { name: `Select photo-${number}.png` })
  await user.click(box(5))
  await user.keyboard('{Shift>}')
  await user.click(box(3))
  await user.keyboard('{/Shift}')
  expect(onSelectedChange.mock.lastCall?.[0]).toEqual([ids[4], ids[3], ids[2]])
  screen.getByRole('gridcell', { name: 'photo-4.png' }).focus()
  await user.keyboard(' ')
  expect(screen.getByText('2 selected')).toBeVisible()
  expect(screen.getByRole('gridcell', { name: 'photo-4.png' })).toHaveAttribute(
    'aria-selected',
    'false',
  )
  await user.click(screen.getByRole('button', { name: 'Delete 2 pictures' }))
  await waitFor(async () =>
    expect(await world.stored()).toEqual([ids[3], ids[1], ids[0]]),
  )
  expect(world.calls).toEqual(['POST /-/delete'])
  expect(screen.getByText('None selected')).toBeVisible()
})

test('brings back those of many that could not be deleted, and keeps them chosen', async () => {
  const world = createWorld()
  const { ids, user } = await renderGallery(world, 3, { selectable: true })
  world.intercept('/-/delete', () =>
    Response.json({
      deleted: [ids[0]],
      failed: { [ids[1]!]: 'forbidden', [ids[2]!]: 'forbidden' },
    }),
  )
  await user.click(screen.getByRole('button', { name: 'Select all 3' }))
  await user.click(screen.getByRole('button', { name: 'Delete 3 pictures' }))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('2 pictures were not deleted')
  expect(alert).toHaveTextContent('You are not allowed to do this.')
  expect(screen.getByText('2 selected')).toBeVisible()
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(async () => expect(await world.stored()).toEqual([ids[0]]))
})

test('chooses one picture at a time where no more is wanted', async () => {
  const world = createWorld()
  const onSelectedChange = vi.fn<(ids: string[]) => void>()
  const { ids, user } = await renderGallery(world, 2, {
    selectable: 'one',
    onSelectedChange,
  })
  await user.click(screen.getByRole('checkbox', { name: 'Select photo-1.png' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select photo-2.png' }))
  expect(onSelectedChange.mock.calls.map(([chosen]) => chosen)).toEqual([
    [ids[0]],
    [ids[1]],
  ])
  expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(1)
})

test('searches what is loaded, says that there is more, and loads it at the press of a button', async () => {
  const world = createWorld()
  const { user } = await renderGallery(world, 5, {
    searchable: true,
    filters: { limit: 4 },
  })
  await user.type(screen.getByRole('searchbox', { name: 'Search by name' }), 'PHOTO-1')
  await waitFor(() => expect(shown()).toEqual([]))
  expect(
    screen.getByText('0 of the 4 pictures loaded so far; there are more'),
  ).toBeVisible()
  expect(world.calls).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Load more' }))
  await waitFor(() => expect(shown()).toEqual(['photo-1.png']))
  expect(screen.getByText('1 of 5 pictures')).toBeVisible()
})

test('cannot delete where it is not allowed', async () => {
  const world = createWorld()
  const { user } = await renderGallery(world, 1, { deletable: false })
  expect(screen.queryByRole('button')).toBeNull()
  await user.tab()
  await user.keyboard('{Delete}')
  expect(shown()).toHaveLength(1)
  expect(world.calls).toEqual([])
})
