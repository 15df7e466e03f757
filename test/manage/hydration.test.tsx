import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { ImageGallery, imageListQueryOptions } from 'react-cloudflare-images'
import { afterEach, expect, test, vi } from 'vitest'
import { createWorld } from './createWorld.tsx'

afterEach(() => void vi.restoreAllMocks())

test('hydrates what the server rendered, in StrictMode, without a word or a request', async () => {
  const words: unknown[] = []
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...said) => words.push(said))
  }
  const world = createWorld()
  await world.seed(3)
  const server = new QueryClient()
  await server.prefetchInfiniteQuery(imageListQueryOptions(world.api))
  const state: unknown = JSON.parse(JSON.stringify(dehydrate(server)))
  const page = (queryClient: QueryClient) => (
    <StrictMode>
      <world.Provider
        queryClient={queryClient}
        theme={{ scheme: 'dark', radius: '1rem' }}
      >
        <HydrationBoundary
          state={state as ReturnType<typeof dehydrate>}
          {...{ queryClient }}
        >
          <ImageGallery undo onOpen={() => {}} />
        </HydrationBoundary>
      </world.Provider>
    </StrictMode>
  )

  const root = document.createElement('div')
  root.innerHTML = renderToString(page(new QueryClient()))
  document.body.append(root)
  const before = [...root.querySelectorAll('[role=gridcell]')]
  expect(before).toHaveLength(3)
  world.calls.length = 0
  const app = await act(async () =>
    hydrateRoot(root, page(new QueryClient()), {
      onRecoverableError: (error) => words.push(error),
    }),
  )
  expect([...root.querySelectorAll('[role=gridcell]')]).toEqual(before)
  expect(words).toEqual([])
  expect(world.calls).toEqual([])
  await act(async () => app.unmount())
})
