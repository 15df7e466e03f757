import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Component, StrictMode, Suspense } from 'react'
import type { ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import {
  imageListQueryOptions,
  imageQueryOptions,
  isImagesError,
  useDeleteImage,
  useSuspenseImage,
  useSuspenseImageList,
} from 'react-cloudflare-images'
import { afterEach, expect, test, vi } from 'vitest'
import { createWorld, namesOf, refusal } from './createWorld.tsx'

afterEach(() => void vi.restoreAllMocks())

function Names() {
  const { images, hasNextPage, fetchNextPage } = useSuspenseImageList({ limit: 2 })
  const { mutate } = useDeleteImage({ undo: true })
  return (
    <>
      <p>Pictures {namesOf(images).join()}</p>
      {hasNextPage && <button onClick={() => void fetchNextPage()}>More</button>}
      <button onClick={() => mutate(images[0]!.id)}>Delete the first</button>
    </>
  )
}

const Filename = ({ id }: { id: string }) => (
  <p>This is {useSuspenseImage(id).data.filename}</p>
)

/** Says what it caught. */
class Boundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {}
  static getDerivedStateFromError = (error: unknown) => ({ error })
  override render() {
    const { error } = this.state
    return isImagesError(error) ? <p>Caught {error.code}</p> : this.props.children
  }
}

test('waits in the fallback for the first page, adds the next, and hides what is deleted', async () => {
  const world = createWorld()
  await world.seed(3)
  await act(async () => {
    render(
      <Suspense fallback={<p>On its way</p>}>
        <Names />
      </Suspense>,
      { wrapper: world.Provider },
    )
  })
  expect(await screen.findByText('Pictures 3,2')).toBeVisible()
  expect(screen.queryByText('On its way')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'More' }))
  expect(await screen.findByText('Pictures 3,2,1')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Delete the first' }))
  expect(await screen.findByText('Pictures 2,1')).toBeVisible()
  expect(world.calls).toHaveLength(2)
})

test('gives an ImagesError to the error boundary where the picture is gone', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const world = createWorld()
  world.intercept('GET', () => refusal(404, 'not-found'))
  await act(async () => {
    render(
      <Boundary>
        <Suspense fallback={<p>On its way</p>}>
          <Filename id="gone" />
        </Suspense>
      </Boundary>,
      { wrapper: world.Provider },
    )
  })
  await waitFor(() => expect(screen.getByText('Caught not-found')).toBeVisible())
})

test('hydrates what was prefetched, in StrictMode, without a word, a request or a fallback', async () => {
  const words: unknown[] = []
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...said) => words.push(said))
  }
  const world = createWorld()
  const ids = await world.seed(3)
  const server = new QueryClient()
  await server.prefetchInfiniteQuery(imageListQueryOptions(world.api, { limit: 2 }))
  await server.prefetchQuery(imageQueryOptions(world.api, ids[0]!))
  const state = JSON.parse(JSON.stringify(dehydrate(server))) as ReturnType<
    typeof dehydrate
  > // as it travels in the page
  const page = (queryClient: QueryClient) => (
    <StrictMode>
      <world.Provider {...{ queryClient }}>
        <HydrationBoundary {...{ state, queryClient }}>
          <Suspense fallback={<p>On its way</p>}>
            <Names />
            <Filename id={ids[0]!} />
          </Suspense>
        </HydrationBoundary>
      </world.Provider>
    </StrictMode>
  )
  const root = document.createElement('div')
  root.innerHTML = renderToString(page(new QueryClient()))
  document.body.append(root)
  expect(root).toHaveTextContent('Pictures 3,2')
  expect(root).toHaveTextContent('This is photo-1.png')
  const before = [...root.querySelectorAll('p')]
  world.calls.length = 0
  const app = await act(async () =>
    hydrateRoot(root, page(new QueryClient()), {
      onRecoverableError: (error) => words.push(error),
    }),
  )
  expect([...root.querySelectorAll('p')]).toEqual(before)
  expect(words).toEqual([])
  expect(world.calls).toEqual([])
  await act(async () => app.unmount())
  root.remove()
})
