import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import {
  ImageGallery,
  imageListQueryOptions,
  imageQueryOptions,
  useImage,
} from 'react-cloudflare-images'
import { expect, test, vi } from 'vitest'
import { createWorld } from './createWorld.tsx'

test('renders on the server what was prefetched there', async () => {
  const error = vi.spyOn(console, 'error')
  const world = createWorld()
  const [id = ''] = await world.seed(3, () => ({ metadata: { rci: { w: 400, h: 300 } } }))
  const server = new QueryClient()
  await server.prefetchInfiniteQuery(imageListQueryOptions(world.api))
  await server.prefetchQuery(imageQueryOptions(world.api, id))
  const Filename = () => <p>This is {useImage(id).data?.filename}</p>
  const html = renderToString(
    <world.Provider>
      <HydrationBoundary state={dehydrate(server)} queryClient={world.queryClient}>
        <ImageGallery />
        <Filename />
      </HydrationBoundary>
    </world.Provider>,
  )
  expect(html.match(/role="gridcell"/g)).toHaveLength(3)
  expect(html).toContain(`http://app.test/hash/${id}/`)
  expect(html).toContain('This is <!-- -->photo-1.png')
  expect(error).not.toHaveBeenCalled()
})

test('renders tiles in waiting where nothing was prefetched, and asks nothing', () => {
  const world = createWorld()
  const html = renderToString(
    <world.Provider>
      <ImageGallery />
    </world.Provider>,
  )
  expect(html).toContain('rci-gallery-skeleton')
  expect(world.calls).toEqual([])
})
