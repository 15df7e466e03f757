import { readFile } from 'node:fs/promises'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, useState } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { errorLabels, ImagesError, ImageUploader } from 'react-cloudflare-images'
import type {
  CloudflareImage,
  ImagesErrorCode,
  ImageUploaderProps,
} from 'react-cloudflare-images'
import { createWorld, png } from './world.ts'
import type { Sending, World } from './world.ts'

type OnValueChange = NonNullable<ImageUploaderProps['onValueChange']>

let world: World
beforeEach(() => {
  world = createWorld()
})

const open = (props: ImageUploaderProps = {}) =>
  render(<ImageUploader multiple retry={false} {...world.options} {...props} />)
const input = () => screen.getByLabelText<HTMLInputElement>('Picture files')
const choose = (...files: File[]) =>
  userEvent.upload(input(), files, { applyAccept: false })
const rowOf = (name: string) => screen.getByText(name).closest('li')!
const statusOf = (name: string, status: string) =>
  waitFor(() => expect(rowOf(name)).toHaveAttribute('data-status', status))
const sending = (at: number): Promise<Sending> =>
  waitFor(() => {
    if (!world.sendings[at]) throw new Error(`nothing was sent as number ${at}`)
    return world.sendings[at]
  })
const succeed = async (at: number) => {
  const { succeed: store } = await sending(at)
  act(store)
}
const dropEvent = (files: File[], folders: string[] = []) => {
  const items = [
    ...folders.map((name) => ({
      kind: 'file',
      type: '',
      getAsFile: () => new File(['?'], name),
      webkitGetAsEntry: () => ({ isDirectory: true, name }),
    })),
    ...files.map((file) => ({ kind: 'file', type: file.type, getAsFile: () => file })),
  ]
  const event = new Event('drop', { bubbles: true, cancelable: true })
  return Object.assign(event, { dataTransfer: { files, items, types: ['Files'] } })
}
const drop = (...events: Event[]) =>
  act(async () => {
    for (const event of events) screen.getByRole('group').dispatchEvent(event)
  })

describe('the value', () => {
  test('holds the ids of what is stored, in the order of the rows', async () => {
    const onValueChange = vi.fn<OnValueChange>()
    open({ onValueChange })
    await choose(png('a.png'), png('b.png'))
    await succeed(1)
    await statusOf('b.png', 'success')
    await succeed(0)
    await statusOf('a.png', 'success')
    expect(onValueChange.mock.calls.map(([ids]) => ids)).toEqual([
      ['image-2'],
      ['image-1', 'image-2'],
    ])
    expect(onValueChange.mock.lastCall![1].map(({ filename }) => filename)).toEqual([
      'a.png',
      'b.png',
    ])
  })

  test('held by the app loses none of twenty successes in one tick', async () => {
    const held = () => screen.getByTestId('held').textContent.split(' ')
    function App() {
      const [value, setValue] = useState<readonly string[]>(['before'])
      const shared = { ...world.options, value, onValueChange: setValue }
      return (
        <>
          <ImageUploader multiple concurrency={20} {...shared} />
          <p data-testid="held">{value.join(' ')}</p>
        </>
      )
    }
    render(<App />)
    await choose(...Array.from({ length: 20 }, (_, at) => png(`${at}.png`)))
    await sending(19)
    await act(async () => {
      for (const { succeed: store } of world.sendings) store()
    })
    await waitFor(() => expect(held()).toHaveLength(21))
    expect(held()[0]).toBe('before')
    expect(new Set(held()).size).toBe(21)
  })

  test('holds a picture once that is found in two rows, and lets go of it with the last of them', async () => {
    const onValueChange = vi.fn<OnValueChange>()
    const image: CloudflareImage = {
      id: 'same',
      filename: 'a.png',
      uploaded: '2026-11-22T00:00:00.000Z',
      requireSignedURLs: false,
      meta: {},
    }
    const onRemove = vi.fn<(imageId: string) => void>()
    const dedupe = async () => ({ image })
    open({ onValueChange, onRemove, name: 'photos', dedupe })
    await choose(png('a.png'), png('b.png'))
    await statusOf('a.png', 'success')
    await statusOf('b.png', 'success')
    expect(onValueChange.mock.lastCall![0]).toEqual(['same'])
    expect(document.querySelectorAll('input[name=photos]')).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: /remove a\.png/i }))
    expect(onValueChange.mock.lastCall![0]).toEqual(['same'])
    expect(onRemove).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: /remove b\.png/i }))
    expect(onValueChange.mock.lastCall![0]).toEqual([])
    expect(onRemove.mock.calls).toEqual([['same']])
  })

  test('takes a row away with the id that the app takes out', async () => {
    const props = { ...world.options, multiple: true }
    const { rerender } = render(<ImageUploader {...props} value={[]} />)
    await choose(png('a.png'))
    await succeed(0)
    await statusOf('a.png', 'success')
    rerender(<ImageUploader {...props} value={['image-1']} />)
    expect(rowOf('a.png')).toBeVisible()
    rerender(<ImageUploader {...props} value={[]} />)
    expect(screen.queryByText('a.png')).toBeNull()
  })

  test('of one picture gives way only when the next is stored', async () => {
    const onValueChange = vi.fn<OnValueChange>()
    open({ multiple: false, onValueChange })
    await choose(png('a.png'))
    await succeed(0)
    await statusOf('a.png', 'success')
    await choose(png('b.png'))
    await sending(1)
    expect(rowOf('a.png')).toBeVisible()
    act(() => world.sendings[1]!.answer(413, ''))
    await statusOf('b.png', 'error')
    await choose(png('c.png'))
    await succeed(2)
    await statusOf('c.png', 'success')
    expect(screen.queryByText('a.png')).toBeNull()
    expect(screen.queryByText('b.png')).toBeNull()
    expect(onValueChange.mock.calls.map(([ids]) => ids)).toEqual([
      ['image-1'],
      ['image-3'],
    ])
  })

  test('starts from what was stored before, which can be taken out', async () => {
    const onValueChange = vi.fn<OnValueChange>()
    const onRemove = vi.fn<(id: string) => void>()
    open({ defaultValue: ['x', 'y'], onValueChange, onRemove })
    const [first] = screen.getAllByRole('button', { name: 'Remove Picture' })
    await userEvent.click(first!)
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith(['y'], [])
    expect(onRemove).toHaveBeenCalledExactlyOnceWith('x')
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
  })
})

describe('what is said', () => {
  test('the row gives the reason, for every code there is', async () => {
    // What the app refuses it explains itself.
    const codes = (Object.keys(errorLabels) as ImagesErrorCode[]).filter(
      (code) => code !== 'rejected-by-app',
    )
    const failures = codes.map(
      (code) => new ImagesError(code, 'long', { retryable: false }),
    )
    world.mintFailures.push(...failures)
    open({ concurrency: codes.length })
    await choose(...codes.map((code) => png(`${code}.png`)))
    const reasons = () =>
      Array.from(document.querySelectorAll('li[data-status=error]'), (row) =>
        [
          row.querySelector('.rci-uploader-name'),
          row.querySelector('.rci-uploader-error'),
        ]
          .map((part) => part?.textContent)
          .join(': '),
      )
    await waitFor(() =>
      expect(reasons()).toEqual(codes.map((code) => `${code}.png: ${errorLabels[code]}`)),
    )
  })

  test('the app’s own reason is shown as it is', async () => {
    open({ validate: () => 'Only landscapes, please.' })
    await choose(png('a.png'))
    expect(await screen.findByText('Only landscapes, please.')).toBeVisible()
  })

  test('words come from the labels', async () => {
    open({
      labels: {
        choose: () => 'Auswählen',
        errors: { 'file-empty': 'Leer.' },
      },
    })
    expect(screen.getByRole('button', { name: 'Auswählen' })).toBeVisible()
    await choose(new File([], 'a.png'))
    expect(await screen.findByText('Leer.')).toBeVisible()
  })

  test('a live region tells totals, not percents', async () => {
    open()
    const region = screen.getByRole('status')
    expect(region).toBeEmptyDOMElement()
    await choose(png('a.png'), png('b.png'), new File([], 'c.png'))
    const { onProgress } = await sending(1)
    act(() => onProgress(20, 45))
    expect(region).toHaveTextContent('2 files uploading, 1 file failed')
    await succeed(0)
    await succeed(1)
    await waitFor(() =>
      expect(region).toHaveTextContent('2 files uploaded, 1 file failed'),
    )
    expect(region).not.toHaveTextContent('%')
  })

  test('progress is a bar with the name of its file', async () => {
    open()
    await choose(png('a.png'))
    const { onProgress } = await sending(0)
    const bar = screen.getByRole('progressbar', { name: 'Upload of a.png' })
    expect(bar).not.toHaveAttribute('value')
    act(() => onProgress(45, 90))
    await waitFor(() => expect(bar).toHaveAttribute('value', '0.5'))
    expect(screen.getByText('Uploading 50%')).toBeVisible()
    act(() => onProgress(90, 90))
    await waitFor(() => expect(bar).not.toHaveAttribute('value'))
  })
})

describe('the keyboard', () => {
  test('one button is the way to the files', async () => {
    open()
    await userEvent.tab()
    expect(screen.getByRole('button', { name: 'Choose pictures' })).toHaveFocus()
    await userEvent.tab()
    expect(document.body).toHaveFocus()
    expect(screen.getAllByRole('button')).toHaveLength(1)
  })

  test('cancel becomes remove on the same button', async () => {
    open()
    await choose(png('a.png'))
    await sending(0)
    const button = screen.getByRole('button', { name: 'Cancel a.png' })
    await userEvent.click(button)
    expect(button).toHaveFocus()
    expect(button).toHaveAccessibleName('Remove a.png')
    expect(rowOf('a.png')).toHaveAttribute('data-status', 'aborted')
  })

  test('after a retry it stands on the row’s other button', async () => {
    world.mintFailures.push(new ImagesError('forbidden', 'no'))
    open()
    await choose(png('a.png'))
    await statusOf('a.png', 'error')
    await userEvent.click(screen.getByRole('button', { name: 'Try a.png again' }))
    expect(screen.getByRole('button', { name: 'Cancel a.png' })).toHaveFocus()
    await succeed(0)
    await statusOf('a.png', 'success')
  })

  test('after a removal it moves to the next row, then to the one before, then to the button', async () => {
    open()
    const names = ['a.png', 'b.png', 'c.png']
    await choose(...names.map((name) => new File([], name)))
    await userEvent.click(screen.getByRole('button', { name: 'Remove b.png' }))
    expect(screen.getByRole('button', { name: 'Remove c.png' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(screen.getByRole('button', { name: 'Remove a.png' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(screen.getByRole('button', { name: 'Choose pictures' })).toHaveFocus()
    expect(screen.queryByRole('list')).toBeNull()
  })
})

describe('in a form', () => {
  const openForm = (props: ImageUploaderProps = {}) =>
    render(
      <form>
        <ImageUploader multiple {...world.options} name="photos" {...props} />
      </form>,
    )
  const form = () => document.querySelector('form')!
  const sent = () => new FormData(form()).getAll('photos')

  test('each stored picture sends its id, and the input sends no file', async () => {
    openForm({ defaultValue: 'before' })
    await choose(png('a.png'))
    await succeed(0)
    await waitFor(() => expect(sent()).toEqual(['before', 'image-1']))
    expect([...new FormData(form()).keys()]).toEqual(['photos', 'photos'])
  })

  test('the form waits while a picture is on its way', async () => {
    openForm()
    expect(form().checkValidity()).toBe(true)
    await choose(png('a.png'))
    await sending(0)
    expect(form().checkValidity()).toBe(false)
    expect(input().validationMessage).toBe('Wait until all pictures are uploaded.')
    await succeed(0)
    await waitFor(() => expect(form().checkValidity()).toBe(true))
  })

  test('required wants a stored picture, not a chosen one', async () => {
    openForm({ required: true })
    expect(input().validity.valueMissing).toBe(true)
    await choose(new File([], 'a.png'))
    expect(input().validity.valueMissing).toBe(true)
    await choose(png('b.png'))
    await succeed(0)
    await waitFor(() => expect(form().checkValidity()).toBe(true))
  })

  test('a reset brings the default back', async () => {
    openForm({ defaultValue: 'before' })
    await choose(png('a.png'))
    await succeed(0)
    await statusOf('a.png', 'success')
    act(() => form().reset())
    expect(sent()).toEqual(['before'])
    expect(screen.queryByText('a.png')).toBeNull()
  })
})

describe('dropping', () => {
  test('files go up as chosen ones do', async () => {
    open()
    await drop(dropEvent([png('a.png'), png('b.png')]))
    await sending(1)
    expect(world.sendings.map(({ file }) => file.name)).toEqual(['a.png', 'b.png'])
  })

  test('a second drop forgets nothing of the first', async () => {
    open()
    await drop(dropEvent([png('a.png')]), dropEvent([png('b.png')]))
    await sending(1)
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
  })

  test('a folder is refused in a row of its own, beside the files that are taken', async () => {
    open()
    await drop(dropEvent([png('a.png')], ['Holidays']))
    await sending(0)
    expect(rowOf('Holidays')).toHaveAttribute('data-status', 'rejected')
    expect(rowOf('a.png')).toHaveAttribute('data-status', 'uploading')
  })

  test('a pasted picture goes up too', async () => {
    const { container } = open()
    const file = png('image.png')
    const item = { kind: 'file', type: file.type, getAsFile: () => file }
    fireEvent.paste(container.querySelector('[role=group]')!, {
      clipboardData: { items: [item], files: [file], types: ['Files'] },
    })
    expect(await screen.findByText('image.png')).toBeVisible()
  })

  test('files held anywhere over the page show where to let go of them', async () => {
    open()
    const area = screen.getByText('or drop them here').parentElement!
    const over = (type: string) =>
      act(async () => {
        const event = new Event(type, { bubbles: true })
        document.body.dispatchEvent(
          Object.assign(event, { dataTransfer: { types: ['Files'], items: [] } }),
        )
      })
    await over('dragenter')
    expect(area).toHaveAttribute('data-drag', 'page')
    await over('dragleave')
    expect(area).not.toHaveAttribute('data-drag')
  })

  test('the camera has a button and an input of its own', async () => {
    open({ camera: true })
    expect(screen.getByRole('button', { name: 'Take a photo' })).toBeEnabled()
    const input = document.querySelector<HTMLInputElement>('input[capture=environment]')!
    fireEvent.change(input, { target: { files: [png('photo.png')] } })
    await screen.findByText('photo.png')
  })

  test('a folder is opened where the app wants it, for the pictures in it', async () => {
    const { container } = open({ directory: true })
    const fileEntry = (name: string) => ({
      name,
      isDirectory: false,
      file: (resolve: (file: File) => void) => resolve(png(name)),
    })
    const folderEntry = (name: string, inside: object[]) => ({
      name,
      isDirectory: true,
      createReader: () => {
        const parts = [inside, []]
        return {
          readEntries: (resolve: (some: object[]) => void) => resolve(parts.shift()!),
        }
      },
    })
    const album = folderEntry('album', [
      fileEntry('a.png'),
      fileEntry('.DS_Store'),
      fileEntry('notes.txt'),
      folderEntry('more', [fileEntry('b.PNG')]),
    ])
    const item = { kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => album }
    fireEvent.drop(container.querySelector('[role=group]')!, {
      dataTransfer: { items: [item], files: [], types: ['Files'] },
    })
    await screen.findByText('a.png')
    await screen.findByText('b.PNG')
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
    expect(container.querySelector('input[webkitdirectory]')).not.toBeNull()
  })

  test('the same file can be chosen twice', async () => {
    open()
    await choose(png('a.png'))
    expect(input().value).toBe('')
    await choose(png('a.png'))
    await sending(1)
    expect(screen.getAllByText('a.png')).toHaveLength(2)
  })
})

describe('a missing stylesheet', () => {
  const warned = async (css: string, props: ImageUploaderProps = {}) => {
    vi.resetModules()
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const style = document.head.appendChild(document.createElement('style'))
    style.textContent = css
    const fresh = await import('react-cloudflare-images')
    render(<fresh.ImageUploader {...world.options} {...props} />)
    const texts = warn.mock.calls.map(([text]) => String(text))
    style.remove()
    warn.mockRestore()
    return texts
  }

  test('is told to who develops the page, with the line to add', async () => {
    const [text, ...more] = await warned('')
    expect(text).toContain(`import 'react-cloudflare-images/styles.css'`)
    expect(more).toEqual([])
  })

  test('is not, where it is there or not wanted', async () => {
    // Two things that the parser of jsdom does not know.
    const own = (await readFile('src/styles.css', 'utf8'))
      .replace(/@layer [\w-]+ /, '@media all ')
      .replaceAll('type(<number>)', 'px')
    expect(await warned(own)).toEqual([])
    expect(await warned('', { unstyled: true })).toEqual([])
  })
})

describe('looks', () => {
  test('classes and theme are ours, and the app’s beside', () => {
    const { container } = open({
      className: 'mine',
      classNames: { trigger: 'my-button' },
      theme: { scheme: 'dark', colorAccent: '#f6821f' },
    })
    const root = container.firstElementChild!
    expect(root).toHaveClass('rci', 'rci-uploader', 'mine')
    expect(root).toHaveAttribute('data-rci-scheme', 'dark')
    expect((root as HTMLElement).style.getPropertyValue('--rci-color-accent')).toBe(
      '#f6821f',
    )
    expect(screen.getByRole('button')).toHaveClass('rci-uploader-trigger', 'my-button')
  })

  test('a style of the app’s own leaves the tokens of the theme in place', () => {
    const { container } = open({
      theme: { colorAccent: '#f6821f' },
      style: { maxWidth: '20rem' },
    })
    const { style } = container.firstElementChild as HTMLElement
    expect(style.getPropertyValue('--rci-color-accent')).toBe('#f6821f')
    expect(style.maxWidth).toBe('20rem')
  })

  test('unstyled leaves out every class of ours', async () => {
    const { container } = open({ unstyled: true, classNames: { item: 'row' } })
    await choose(new File([], 'a.png'))
    expect(container.querySelectorAll('[class*="rci"]')).toHaveLength(0)
    expect(rowOf('a.png')).toHaveClass('row')
  })

  test('the status of the whole is an attribute', async () => {
    const { container } = open()
    expect(container.firstElementChild).toHaveAttribute('data-status', 'idle')
    await choose(png('a.png'))
    await sending(0)
    expect(container.firstElementChild).toHaveAttribute('data-status', 'pending')
  })
})

describe('without a backend', () => {
  test('it says which three lines to add', () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => render(<ImageUploader />)).toThrow(
      /<ImagesProvider endpoint="\/api\/images">/,
    )
    silent.mockRestore()
  })
})

describe('mounting', () => {
  test('survives Strict Mode', async () => {
    render(
      <StrictMode>
        <ImageUploader multiple {...world.options} />
      </StrictMode>,
    )
    await choose(png('a.png'))
    await succeed(0)
    await statusOf('a.png', 'success')
    expect(world.minted).toEqual(['image-1'])
  })

  test('unmounting aborts what is on its way', async () => {
    const { unmount } = open()
    await choose(png('a.png'))
    const { signal } = await sending(0)
    unmount()
    await waitFor(() => expect(signal.aborted).toBe(true))
  })
})
