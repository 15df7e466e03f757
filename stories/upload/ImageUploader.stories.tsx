import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  arabicLabels,
  germanLabels,
  ImagesError,
  ImageUploader,
  ImageUploaderDropzone,
  ImageUploaderList,
  ImageUploaderPreview,
  ImageUploaderProgress,
  ImageUploaderRemove,
  ImageUploaderRetry,
  ImageUploaderStatus,
  indexedDbQueue,
  shrinkToFit,
  stripLocation,
  VariantImage,
  viaBackend,
} from 'react-cloudflare-images'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { delivery } from '../delivery.ts'
import { picture } from './picture.ts'
import { inputOf, patience, statusesOf } from './rows.ts'

const meta = {
  component: ImageUploader,
  subcomponents: {
    ImageUploaderDropzone,
    ImageUploaderList,
    ImageUploaderPreview,
    ImageUploaderProgress,
    ImageUploaderRemove,
    ImageUploaderRetry,
    ImageUploaderStatus,
  },
  args: { multiple: true, onValueChange: fn() },
} satisfies Meta<typeof ImageUploader>

export default meta
type Story = StoryObj<typeof meta>

/** It waits for pictures: dropped, pasted, or chosen with the one button. */
export const Empty: Story = {
  play: async ({ canvas }) => {
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: 'Choose pictures' })).toHaveFocus()
  },
}

/** Two pictures travel through the backend and a one-time URL into the emulated Cloudflare, and become the value. */
export const Done: Story = {
  play: async ({ args, canvasElement }) => {
    const files = [
      await picture('Coast in the morning.png', { width: 1200, height: 800 }),
      await picture('Old harbour.png', { width: 800, height: 1200, to: '#17723c' }),
    ]
    await userEvent.upload(inputOf(canvasElement), files)
    await waitFor(
      () => expect(statusesOf(canvasElement)).toEqual(['success', 'success']),
      patience,
    )
    await expect(args.onValueChange).toHaveBeenLastCalledWith(
      [expect.any(String), expect.any(String)],
      [
        expect.objectContaining({ filename: 'Coast in the morning.png' }),
        expect.objectContaining({ filename: 'Old harbour.png' }),
      ],
    )
  },
}

/** Bytes on their way. The transport of this story stops at 42 percent, so that it can be looked at. */
export const Uploading: Story = {
  args: {
    concurrency: 2,
    transport: ({ file, signal, onProgress }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        onProgress(file.name.startsWith('Coast') ? 42 : 100, 100)
      }),
  },
  play: async ({ canvas, canvasElement }) => {
    const files = [
      await picture('Coast in the morning.png', { width: 1200, height: 800 }),
      await picture('Old harbour.png', { to: '#17723c' }),
      await picture('A photograph with a name that is far too long for its place.png'),
    ]
    await userEvent.upload(inputOf(canvasElement), files)
    const bar = await canvas.findByRole('progressbar', {
      name: 'Upload of Coast in the morning.png',
    })
    await waitFor(() => expect(bar).toHaveAttribute('value', '0.42'))
    await waitFor(() =>
      expect(statusesOf(canvasElement)).toEqual(['uploading', 'processing', 'queued']),
    )
  },
}

/** What went wrong, in each row: one may be tried again, the others were never sent. */
export const Failed: Story = {
  args: {
    retry: false,
    maxFiles: 2,
    transport: async () => {
      throw new ImagesError('file-too-large', 'The upload host refused the file.')
    },
  },
  play: async ({ canvas, canvasElement }) => {
    const files = [
      await picture('Coast in the morning.png', { width: 1200, height: 800 }),
      new File(['I am a text.'], 'letter.png', { type: 'image/png' }),
      new File([], 'empty.jpg', { type: 'image/jpeg' }),
    ]
    await userEvent.upload(inputOf(canvasElement), files)
    await canvas.findByText('This kind of file is not supported.')
    await canvas.findByText('This file is empty.')
    await waitFor(() =>
      expect(statusesOf(canvasElement)).toEqual(['error', 'rejected', 'rejected']),
    )
    const retry = canvas.getByRole('button', {
      name: 'Try Coast in the morning.png again',
    })
    await expect(retry).toBeEnabled()
  },
}

/** The upload host is down, as it was for days in July 2026; the app's own server takes the bytes, and the row says so. */
export const AnotherWay: Story = {
  args: {
    retry: false,
    fallback: viaBackend(),
    transport: async () =>
      Response.json(
        { success: false, result: null, errors: [{ code: 5550, message: 'Internal' }] },
        { status: 415 },
      ),
  },
  play: async ({ canvas, canvasElement }) => {
    const file = await picture('Coast in the morning.png', { width: 1200, height: 800 })
    await userEvent.upload(inputOf(canvasElement), file)
    await waitFor(() => expect(statusesOf(canvasElement)).toEqual(['success']), patience)
    await canvas.findByText('Sent another way: the upload service cannot be reached.')
  },
}

/** Taking a row out moves the keyboard to the next one. Nothing is deleted at Cloudflare. */
export const Removing: Story = {
  args: { onRemove: fn() },
  play: async ({ args, canvas, canvasElement }) => {
    const files = [await picture('first.png'), await picture('second.png')]
    await userEvent.upload(inputOf(canvasElement), files)
    await waitFor(
      () => expect(statusesOf(canvasElement)).toEqual(['success', 'success']),
      patience,
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Remove first.png' }))
    await expect(canvas.getByRole('button', { name: 'Remove second.png' })).toHaveFocus()
    await expect(args.onRemove).toHaveBeenCalledOnce()
    await expect(canvas.queryByText('first.png')).toBeNull()
  },
}

/** One picture, such as a profile's: the next takes its place. */
export const OnePicture: Story = {
  args: { multiple: false },
  play: async ({ args, canvasElement }) => {
    await userEvent.upload(inputOf(canvasElement), await picture('me.png'))
    await waitFor(() => expect(statusesOf(canvasElement)).toEqual(['success']), patience)
    await userEvent.upload(inputOf(canvasElement), await picture('me-again.png'))
    await within(canvasElement).findByText('me-again.png')
    await waitFor(() => expect(statusesOf(canvasElement)).toEqual(['success']), patience)
    await expect(args.onValueChange).toHaveBeenLastCalledWith(
      [expect.any(String)],
      [expect.objectContaining({ filename: 'me-again.png' })],
    )
  },
}

/** Pictures that were stored before are part of the value; the app draws their thumbnails. */
export const StoredBefore: Story = {
  args: {
    defaultValue: ['samples/coast', 'samples/portrait'],
    renderStored: (id) => (
      <VariantImage id={id} variant="thumb" alt="" delivery={delivery} />
    ),
  },
  play: async ({ args, canvas }) => {
    const [first] = canvas.getAllByRole('button', { name: 'Remove Picture' })
    await userEvent.click(first!)
    await expect(args.onValueChange).toHaveBeenCalledWith(['samples/portrait'], [])
  },
}

/** A picture that is too large is made to fit, in a worker; the row says from what to what. */
export const Shrunk: Story = {
  args: { prepare: [stripLocation(), shrinkToFit({ maxDimension: 800 })] },
  play: async ({ canvas, canvasElement }) => {
    const file = await picture('Coast in the morning.png', { width: 2400, height: 1600 })
    await userEvent.upload(inputOf(canvasElement), file)
    await canvas.findByText(/ → /, undefined, patience)
    await canvas.findByText('2400 × 1600')
    await waitFor(() => expect(statusesOf(canvasElement)).toEqual(['success']), patience)
  },
}

/** A second button opens the camera of a phone. */
export const Camera: Story = {
  args: { camera: true },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByRole('button', { name: 'Take a photo' })).toBeVisible()
    await expect(canvasElement.querySelector('input[capture]')).toHaveAttribute(
      'capture',
      'environment',
    )
  },
}

/** A folder is chosen or dropped as a whole: the pictures in it go up, the rest goes without a word. */
export const Folder: Story = {
  args: { directory: true },
  play: async ({ canvas, canvasElement }) => {
    const files = [
      await picture('Coast in the morning.png'),
      new File(['?'], '.DS_Store'),
      await picture('Old harbour.png', { to: '#17723c' }),
      new File(['Dear Ada,'], 'letter.txt'),
    ]
    await userEvent.upload(inputOf(canvasElement), files, { applyAccept: false })
    await canvas.findByText('Old harbour.png')
    await waitFor(
      () => expect(statusesOf(canvasElement)).toEqual(['success', 'success']),
      patience,
    )
  },
}

/** What an earlier page has left behind goes up without being chosen again. Here that page is made up. */
export const KeptFromBefore: Story = {
  args: {
    persist: {
      ...indexedDbQueue({ name: 'story' }),
      restore: async () => [
        { id: 'left-behind', file: await picture('Left behind.png', { to: '#17723c' }) },
      ],
    },
  },
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByText('Left behind.png', undefined, patience)
    await waitFor(() => expect(statusesOf(canvasElement)).toEqual(['success']), patience)
  },
}

/** Files are held over the page: the place to let go of them shows before they are over it. */
export const DragOverThePage: Story = {
  play: async ({ canvas }) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(await picture('held.png'))
    const held = { bubbles: true, dataTransfer }
    document.body.dispatchEvent(new DragEvent('dragenter', held))
    const area = canvas.getByText('or drop them here').parentElement!
    await waitFor(() => expect(area).toHaveAttribute('data-drag', 'page'))
    area.dispatchEvent(new DragEvent('dragenter', held))
    await canvas.findByText('Let go to upload')
  },
}

/** Your own tree of the same parts. */
export const OwnParts: Story = {
  args: {
    children: (
      <>
        <ImageUploaderList>
          {(upload) => (
            <>
              <ImageUploaderPreview upload={upload} />
              <div>
                <strong>{upload.name}</strong>
                <ImageUploaderProgress upload={upload} />
              </div>
              <ImageUploaderRemove upload={upload} />
            </>
          )}
        </ImageUploaderList>
        <ImageUploaderDropzone>and be proud of them</ImageUploaderDropzone>
      </>
    ),
  },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.upload(inputOf(canvasElement), await picture('mine.png'))
    await canvas.findByText('mine.png')
    await waitFor(() => expect(statusesOf(canvasElement)).toEqual(['success']), patience)
  },
}

/** Tokens change the looks without a line of CSS. */
export const Themed: Story = {
  args: {
    theme: {
      scheme: 'light',
      colorAccent: '#7a1f5c',
      colorFocus: '#7a1f5c',
      colorSurface: '#fdf3f9',
      radius: '0',
      font: 'Georgia, serif',
    },
  },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Choose pictures' })
    await expect(getComputedStyle(button).backgroundColor).toBe('rgb(122, 31, 92)')
  },
}

/** In the dark. */
export const Dark: Story = {
  args: { theme: 'dark' },
  globals: { scheme: 'dark' },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.upload(inputOf(canvasElement), [
      await picture('night.png'),
      new File(['text'], 'letter.png'),
    ])
    await canvas.findByText('night.png')
    await waitFor(
      () => expect(statusesOf(canvasElement)).toEqual(['success', 'rejected']),
      patience,
    )
  },
}

/** In German, with the numbers of the language. */
export const German: Story = {
  args: { labels: { ...germanLabels.uploader, errors: germanLabels.errors } },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.upload(inputOf(canvasElement), await picture('Küste.png'))
    await canvas.findByText('Hochgeladen', undefined, patience)
    await expect(
      canvas.getByRole('button', { name: 'Küste.png entfernen' }),
    ).toBeVisible()
  },
}

/** In Arabic, from right to left. */
export const Arabic: Story = {
  args: {
    labels: { ...arabicLabels.uploader, errors: arabicLabels.errors },
    dir: 'rtl',
    lang: 'ar',
  },
  globals: { direction: 'rtl' },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.upload(inputOf(canvasElement), [
      await picture('ساحل.png'),
      new File(['text'], 'رسالة.png'),
    ])
    await canvas.findByText('تم الرفع', undefined, patience)
    await canvas.findByText('هذا النوع من الملفات غير مدعوم.')
  },
}

/** Without a class name of ours: yours alone. */
export const Unstyled: Story = {
  args: { unstyled: true, classNames: { root: 'mine', trigger: 'mine-too' } },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[class*=rci]')).toBeNull()
    await expect(canvasElement.querySelector('button.mine-too')).toBeVisible()
  },
}

/** Nothing is taken for now. */
export const Disabled: Story = {
  args: { disabled: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Choose pictures' })).toBeDisabled()
  },
}
