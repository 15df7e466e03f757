import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import { Profiler, StrictMode } from 'react'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  createImagesApi,
  ImagesProvider,
  useDirectUpload,
  useUpload,
  useUploadIds,
  useUploads,
} from 'react-cloudflare-images'
import type { UploadOptions } from 'react-cloudflare-images'
import { createWorld, png } from './world.ts'
import type { World } from './world.ts'

let world: World
beforeEach(() => {
  world = createWorld()
})

const hook = (options: UploadOptions = {}) =>
  renderHook((props: UploadOptions) => useDirectUpload({ ...world.options, ...props }), {
    initialProps: options,
  })
const sent = (count: number) => waitFor(() => expect(world.sendings).toHaveLength(count))
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
/** Moves bytes of every sending, frame by frame. */
const moveBytes = async (frames: number) => {
  for (let at = 1; at <= frames; at++) {
    await act(async () => {
      for (const { onProgress } of world.sendings) onProgress(at, frames + 5)
      await frame()
    })
  }
}

describe('what is read decides what renders', () => {
  const commits = { list: 0, percentage: 0 }
  beforeEach(() => Object.assign(commits, { list: 0, percentage: 0 }))
  const counted = (id: keyof typeof commits, child: ReactNode) => (
    <Profiler id={id} onRender={() => (commits[id] += 1)}>
      {child}
    </Profiler>
  )

  function Uploads() {
    const { upload } = useDirectUpload(world.options)
    return (
      <button type="button" onClick={() => upload([png('a.png'), png('b.png')])}>
        Take two
      </button>
    )
  }
  function List() {
    return useUploadIds().map((id) => <p key={id}>{id}</p>)
  }
  function Percentage() {
    const [first] = useUploads()
    return first ? <Row id={first.id} /> : null
  }
  function Row({ id }: { id: string }) {
    const upload = useUpload(id)
    return (
      <p>
        {upload?.status === 'uploading' ? upload.progress.toFixed(2) : upload?.status}
      </p>
    )
  }

  test('a list of rows commits once for all its bytes, a row for each frame', async () => {
    render(
      <>
        <Uploads />
        {counted('list', <List />)}
        {counted('percentage', <Percentage />)}
      </>,
    )
    act(() => screen.getByRole('button').click())
    await sent(2)
    const before = { ...commits }
    await moveBytes(20)
    expect(commits.list).toBe(before.list)
    expect(commits.percentage - before.percentage).toBe(20)
    expect(screen.getByText('0.80')).toBeVisible()
    expect(before.list).toBe(2)
  })

  test('the hook itself renders for progress only where progress is read', async () => {
    let renders = 0
    const { result } = renderHook(() => {
      renders += 1
      const { uploads, upload } = useDirectUpload(world.options)
      return { uploads, upload }
    })
    act(() => void result.current.upload([png()]))
    await sent(1)
    const before = renders
    const { uploads } = result.current
    await moveBytes(10)
    expect(renders).toBe(before)
    expect(result.current.uploads).toBe(uploads)
  })

  test('and it is as it is now, whenever it is read', async () => {
    const { result } = hook()
    act(() => void result.current.upload([png()]))
    await sent(1)
    await moveBytes(10)
    // Read for the first time, long after the last render.
    expect(result.current.progress.ratio).toBeCloseTo(10 / 15, 1)
    expect(result.current.isPending).toBe(true)
  })
})

describe('the whole', () => {
  test('has a status, an error and a share of its own', async () => {
    const { result } = hook({ retry: false })
    expect(result.current).toMatchObject({
      uploads: [],
      status: 'idle',
      isPending: false,
      isPaused: false,
      error: null,
      progress: { ratio: 0, loaded: 0, total: 0 },
    })
    act(() => void result.current.upload([png('a.png'), png('b.png')]))
    await sent(2)
    expect(result.current.status).toBe('pending')
    act(() => world.sendings[0]!.answer(413, ''))
    await waitFor(() => expect(result.current.error?.code).toBe('file-too-large'))
    act(() => world.sendings[1]!.succeed())
    await waitFor(() => expect(result.current.status).toBe('error'))
    expect(result.current.progress.ratio).toBe(1)
    act(() => result.current.remove(result.current.uploads[0]!.id))
    expect(result.current).toMatchObject({ status: 'success', error: null })
  })

  test('uses the options of the last render', async () => {
    const first = vi.fn<() => void>()
    const second = vi.fn<() => void>()
    const { result, rerender } = hook({ onSuccess: first })
    act(() => void result.current.upload([png()]))
    await sent(1)
    rerender({ onSuccess: second })
    act(() => world.sendings[0]!.succeed())
    await waitFor(() => expect(second).toHaveBeenCalledOnce())
    expect(first).not.toHaveBeenCalled()
  })

  test('keeps its actions the same from render to render', () => {
    const { result, rerender } = hook()
    const { upload, cancel, open } = result.current
    rerender({})
    expect(result.current).toMatchObject({ upload, cancel, open })
  })
})

describe('the provider', () => {
  const api = createImagesApi({ endpoint: '/none' })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ImagesProvider api={api}>{children}</ImagesProvider>
  )

  test('gives the backend; without one the error says which three lines to add', () => {
    expect(renderHook(() => useDirectUpload(), { wrapper }).result.current.status).toBe(
      'idle',
    )
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => renderHook(() => useDirectUpload())).toThrow(
      /import \{ ImagesProvider \}[\s\S]*<ImagesProvider endpoint="\/api\/images">/,
    )
    silent.mockRestore()
  })

  test('keeps its uploads apart from those of others', async () => {
    const inside = renderHook(
      () => ({ direct: useDirectUpload(world.options), all: useUploads() }),
      { wrapper },
    )
    const outside = renderHook(() => useUploads())
    act(() => void inside.result.current.direct.upload([png()]))
    await waitFor(() => expect(inside.result.current.all).toHaveLength(1))
    expect(outside.result.current).toEqual([])
  })

  test('forgets everything with the session', async () => {
    function Page({ session }: { session: string }) {
      return (
        <ImagesProvider api={api} session={session}>
          <Uploader />
        </ImagesProvider>
      )
    }
    function Uploader() {
      const { uploads, upload } = useDirectUpload(world.options)
      return (
        <button type="button" onClick={() => upload([png()])}>
          {uploads.length}
        </button>
      )
    }
    const { rerender } = render(<Page session="ada" />)
    act(() => screen.getByRole('button').click())
    await sent(1)
    rerender(<Page session="bob" />)
    expect(screen.getByRole('button')).toHaveTextContent('0')
    expect(world.sendings[0]!.signal.aborted).toBe(true)
  })
})

describe('mounting and going', () => {
  test('survives Strict Mode with its uploads', async () => {
    const { result } = renderHook(() => useDirectUpload(world.options), {
      wrapper: StrictMode,
    })
    act(() => void result.current.upload([png()]))
    await sent(1)
    act(() => world.sendings[0]!.succeed())
    await waitFor(() => expect(result.current.status).toBe('success'))
  })

  test('going aborts what is on its way', async () => {
    const { result, unmount } = hook()
    act(() => void result.current.upload([png()]))
    await sent(1)
    unmount()
    await waitFor(() => expect(world.sendings[0]!.signal.aborted).toBe(true))
  })

  test('or lets it go on, for a tray that stays', async () => {
    const onSettled = vi.fn<() => void>()
    const tray = renderHook(() => useUploads())
    const { result, unmount } = hook({ onUnmount: 'continue', onSettled })
    act(() => void result.current.upload([png()]))
    await sent(1)
    unmount()
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)))
    expect(tray.result.current.map(({ status }) => status)).toEqual(['uploading'])
    act(() => world.sendings[0]!.succeed())
    await waitFor(() => expect(onSettled).toHaveBeenCalledOnce())
    await waitFor(() => expect(tray.result.current).toEqual([]))
  })
})
