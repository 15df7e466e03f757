import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import type { ReactNode } from 'react'
import {
  ImageGallery,
  imageKeys,
  ImagesProvider,
  useDeleteImage,
  useDirectUpload,
  useImageList,
  useImagesApi,
  VariantImage,
} from 'react-cloudflare-images'
import type { ImagesProviderProps, Transport } from 'react-cloudflare-images'
import { afterEach, expect, test, vi } from 'vitest'
import { createWorld, gate, namesOf, pixel } from '../manage/createWorld.tsx'
import type { World } from '../manage/createWorld.tsx'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const picture = (name: string) => new File([pixel], name, { type: 'image/png' })

/** Sends files to the emulated upload host. */
const transportTo =
  (world: World): Transport =>
  async ({ url, file }) => {
    await world.upload(url, file.name)
    const [, id = ''] = /([^/]+)$/.exec(url) ?? []
    return Response.json({ success: true, errors: [], messages: [], result: { id } })
  }

test('puts a picture that is uploaded into every list, without asking for the lists again', async () => {
  const world = createWorld()
  await world.seed(1)
  const { result } = renderHook(
    () => ({
      all: useImageList(),
      two: useImageList({ limit: 2 }),
      upload: useDirectUpload({ transport: transportTo(world) }),
    }),
    { wrapper: world.Provider },
  )
  await waitFor(() => expect(result.current.two.images).toHaveLength(1))
  world.calls.length = 0
  const { failed } = await act(() =>
    result.current.upload.uploadAsync([picture('new.png')]),
  )
  expect(failed).toEqual([])
  await waitFor(() => expect(namesOf(result.current.all.images)).toEqual(['new', '1']))
  expect(namesOf(result.current.two.images)).toEqual(['new', '1'])
  expect(world.calls.filter((call) => !/^GET \/.|^POST /.test(call))).toEqual([])
})

test('loses none of twenty pictures that are uploaded while the list is fetched', async () => {
  const world = createWorld()
  const { result } = renderHook(
    () => ({
      list: useImageList(),
      upload: useDirectUpload({ transport: transportTo(world), concurrency: 20 }),
    }),
    { wrapper: world.Provider },
  )
  await waitFor(() => expect(result.current.list.isSuccess).toBe(true))
  const answer = gate<Response>()
  world.intercept('GET', () => answer.promise)
  act(() => void result.current.list.refetch())
  const files = Array.from({ length: 20 }, (_, index) => picture(`photo-${index}.png`))
  await act(() => result.current.upload.uploadAsync(files))
  await waitFor(() => expect(result.current.list.images).toHaveLength(20))
  await act(async () => answer.open(Response.json({ images: [] })))
  await waitFor(() => expect(result.current.list.isFetching).toBe(false))
  expect(result.current.list.images).toHaveLength(20)
})

test('keeps two tabs alike: what is deleted or stored in one is gone or there in the other', async () => {
  const world = createWorld()
  await world.seed(2)
  const openTab = () =>
    renderHook(
      () => ({
        list: useImageList(),
        remove: useDeleteImage(),
        upload: useDirectUpload({ transport: transportTo(world) }),
      }),
      {
        wrapper: (props) => <world.Provider {...props} queryClient={new QueryClient()} />,
      },
    ).result
  const [one, other] = [openTab(), openTab()]
  await waitFor(() => expect(namesOf(one.current.list.images)).toEqual(['2', '1']))
  await waitFor(() => expect(namesOf(other.current.list.images)).toEqual(['2', '1']))
  await act(() => one.current.remove.mutateAsync(one.current.list.images[0]!.id))
  await waitFor(() => expect(namesOf(other.current.list.images)).toEqual(['1']))
  await act(() => one.current.upload.uploadAsync([picture('new.png')]))
  await waitFor(() => expect(namesOf(other.current.list.images)).toEqual(['new', '1']))
})

test('learns of a deletion that a hidden tab could not hear of once it is looked at again', async () => {
  const world = createWorld()
  const ids = await world.seed(2)
  // In another browser, or while the system has put the tab to sleep, nobody tells it.
  vi.stubGlobal('BroadcastChannel', undefined)
  const { result } = renderHook(() => useImageList(), { wrapper: world.Provider })
  await waitFor(() => expect(namesOf(result.current.images)).toEqual(['2', '1']))
  const look = (state: DocumentVisibilityState) =>
    act(async () => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    })

  await look('hidden')
  await world.api.delete(ids[0]!)
  const later = Date.now() + 31_000
  vi.spyOn(Date, 'now').mockImplementation(() => later)
  expect(namesOf(result.current.images)).toEqual(['2', '1'])
  await look('visible')
  await waitFor(() => expect(namesOf(result.current.images)).toEqual(['2']))
})

test('forgets what belongs to the last session before anything of it is seen again', async () => {
  const world = createWorld()
  await world.seed(2)
  const seen: string[] = []
  const Names = ({ who }: { who: string }) => {
    const { images } = useImageList()
    seen.push(`${who}: ${namesOf(images).join()}`)
    return null
  }
  const page = (who: string) => (
    <world.Provider session={who}>
      <Names who={who} />
    </world.Provider>
  )
  const { rerender } = render(page('ada'))
  await waitFor(() => expect(seen.at(-1)).toBe('ada: 2,1'))
  world.intercept('GET', () => Response.json({ images: [] }))
  rerender(page('bob'))
  expect(seen.at(-1)).toBe('bob: ')
  await waitFor(() => expect(world.calls).toHaveLength(2))
})

test('asks with the client of the new session, not with that of the last', async () => {
  const [ada, bob] = [createWorld(), createWorld()]
  await ada.seed(1)
  await bob.seed(2)
  const Count = () => <p>{useImageList().images.length} pictures</p>
  const page = (world: World, session: string) => (
    <ImagesProvider api={world.api} session={session}>
      <Count />
    </ImagesProvider>
  )
  const { rerender } = render(page(ada, 'ada'))
  await screen.findByText('1 pictures')
  rerender(page(bob, 'bob'))
  expect(screen.getByText('0 pictures')).toBeInTheDocument()
  await screen.findByText('2 pictures')
  expect(ada.calls).toHaveLength(1)
  expect(bob.calls).toHaveLength(1)
})

test('takes deletions back and aborts calls when the session changes', async () => {
  const world = createWorld()
  const ids = await world.seed(1)
  const { result, rerender } = renderHook(
    () => ({ list: useImageList(), remove: useDeleteImage({ undo: 400 }) }),
    { wrapper: withSession(world) },
  )
  await waitFor(() => expect(result.current.list.images).toHaveLength(1))
  const answer = gate<undefined>()
  world.intercept('GET', () => answer.promise)
  act(() => void result.current.list.refetch())
  act(() => result.current.remove.mutate(ids[0]!))
  await waitFor(() => expect(world.calls).toHaveLength(2))
  who.current = 'bob'
  rerender()
  await waitFor(() => expect(world.signals[1]?.aborted).toBe(true))
  await new Promise((resolve) => {
    setTimeout(resolve, 600)
  })
  expect(world.calls.filter((call) => call.startsWith('DELETE'))).toEqual([])
  expect(await world.stored()).toEqual(ids)
})

const who = { current: 'ada' }
const withSession = (world: World) =>
  function Page(props: ImagesProviderProps) {
    return <world.Provider session={who.current} {...props} />
  }

test("uses the app's QueryClient, and leaves it the app's", async () => {
  const world = createWorld()
  const mine = new QueryClient()
  const { result } = renderHook(
    () => ({ client: useQueryClient(), list: useImageList() }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={mine}>
          <ImagesProvider api={world.api}>{children}</ImagesProvider>
        </QueryClientProvider>
      ),
    },
  )
  expect(result.current.client).toBe(mine)
  await waitFor(() => expect(result.current.list.isSuccess).toBe(true))
  expect(mine.getQueryData(imageKeys.list(world.api))).toBeDefined()
})

test('keeps pictures in the client it is given, beside that of the app', async () => {
  const world = createWorld()
  const mine = new QueryClient()
  const { result } = renderHook(
    () => ({ client: useQueryClient(), list: useImageList() }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={mine}>
          <world.Provider>{children}</world.Provider>
        </QueryClientProvider>
      ),
    },
  )
  expect(result.current.client).toBe(mine)
  await waitFor(() => expect(result.current.list.isSuccess).toBe(true))
  expect(mine.getQueryCache().getAll()).toEqual([])
})

test('brings a client of its own where there is none, also in StrictMode, without a word on the console', async () => {
  const error = vi.spyOn(console, 'error')
  const warn = vi.spyOn(console, 'warn')
  const world = createWorld()
  await world.seed(1)
  render(
    <StrictMode>
      <ImagesProvider api={world.api}>
        <ImageGallery />
      </ImagesProvider>
    </StrictMode>,
  )
  expect(await screen.findByRole('gridcell', { name: 'photo-1.png' })).toBeInTheDocument()
  expect(error).not.toHaveBeenCalled()
  expect(warn).not.toHaveBeenCalled()
})

test('shares backend, delivery and words with a provider inside that has another look', async () => {
  const world = createWorld()
  await world.seed(1)
  render(
    <world.Provider labels={{ gallery: { gallery: 'Bilder' } }} theme="light">
      <ImagesProvider theme="dark">
        <ImageGallery />
      </ImagesProvider>
    </world.Provider>,
  )
  const grid = await screen.findByRole('grid', { name: 'Bilder' })
  expect(grid.closest('.rci-gallery')).toHaveAttribute('data-rci-scheme', 'dark')
  expect(world.calls).toHaveLength(1)
})

test('speaks to the endpoint it is given, else to /api/images', () => {
  const { result, rerender } = renderHook(() => useImagesApi().endpoint, {
    wrapper: ({ children }: ImagesProviderProps) => (
      <ImagesProvider {...given}>{children}</ImagesProvider>
    ),
  })
  expect(result.current).toBe('/api/images')
  given.endpoint = '/photos'
  rerender()
  expect(result.current).toBe('/photos')
})

const given: ImagesProviderProps = {}

test('tells images where they are delivered from', () => {
  const world = createWorld()
  render(<VariantImage id="cat" variant="public" alt="A cat" width={10} height={10} />, {
    wrapper: world.Provider,
  })
  expect(screen.getByRole('img')).toHaveAttribute(
    'src',
    'http://app.test/hash/cat/public',
  )
})
