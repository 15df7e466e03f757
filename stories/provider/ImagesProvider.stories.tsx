import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import {
  createImagesApi,
  ImageGallery,
  ImagesProvider,
  ImageUploader,
} from 'react-cloudflare-images'
import type { ImagesApi, Labels } from 'react-cloudflare-images'
import { expect, userEvent, waitFor } from 'storybook/test'
import { delivery } from '../delivery.ts'
import { painting, uploadPainting } from '../manage/uploadPainting.ts'

export default {
  title: 'provider/ImagesProvider',
  component: ImagesProvider,
  parameters: { provider: false },
  args: { endpoint: '/api/images', delivery },
} satisfies Meta<typeof ImagesProvider>

type Story = StoryObj<typeof ImagesProvider>

/** A visitor of whom nobody else in these stories knows. */
const visitor = (): ImagesApi =>
  createImagesApi({ headers: { 'x-demo-user': crypto.randomUUID() } })

/** The first call wakes the backend. */
const patience = { timeout: 15_000 }

/** What is uploaded anywhere below is in the gallery at once: the two know of each other through the provider. */
export const UploadsJoinTheGallery: Story = {
  args: { api: visitor() },
  render: (args) => (
    <ImagesProvider {...args}>
      <ImageUploader multiple />
      <ImageGallery style={{ marginBlockStart: '1.5rem' }} undo />
    </ImagesProvider>
  ),
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByText('No pictures yet', {}, patience)
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]')!
    await userEvent.upload(input, await painting('harbour.png'))
    await canvas.findByRole('gridcell', { name: /^harbour.png/ }, patience)
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Delete harbour.png' }, patience),
    )
    await waitFor(() =>
      expect(canvas.queryByRole('gridcell', { name: /^harbour.png/ })).toBeNull(),
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }))
    await canvas.findByRole('gridcell', { name: /^harbour.png/ })
  },
}

/** Another person signs in: what was fetched for the one before is gone before it can be seen. */
export const AnotherSession: Story = {
  loaders: [
    async () => {
      const api = visitor()
      await uploadPainting(api, 'mine.png')
      return { api }
    },
  ],
  render: (args, { loaded: { api } }) => <Sessions {...args} api={api as ImagesApi} />,
  play: async ({ canvas }) => {
    await canvas.findByRole('gridcell', { name: /^mine.png/ }, patience)
    await userEvent.click(
      canvas.getByRole('button', { name: 'Sign in as somebody else' }),
    )
    await expect(canvas.queryByRole('gridcell', { name: /^mine.png/ })).toBeNull()
    await canvas.findByText('No pictures yet', {}, patience)
  },
}

function Sessions({ api, ...args }: Story['args'] & { api: ImagesApi }) {
  const [session, setSession] = useState('one')
  const [other] = useState(visitor)
  return (
    <ImagesProvider {...args} api={session === 'one' ? api : other} session={session}>
      <p>
        <button
          style={{ font: 'inherit', padding: '0.5rem 1rem' }}
          onClick={() => setSession('two')}
        >
          Sign in as somebody else
        </button>
      </p>
      <ImageGallery />
    </ImagesProvider>
  )
}

/** One look for everything below, and another for a part of it. */
export const Themes: Story = {
  args: {
    theme: { colorAccent: '#f6821f', colorAccentText: '#2b1400', radius: '0.25rem' },
  },
  render: (args) => (
    <ImagesProvider {...args}>
      <ImageUploader />
      <ImagesProvider theme={{ scheme: 'dark', radius: '1.25rem' }}>
        <div
          style={{ background: '#12161d', padding: '1.5rem', marginBlockStart: '1.5rem' }}
        >
          <ImageGallery />
        </div>
      </ImagesProvider>
    </ImagesProvider>
  ),
  play: async ({ canvas }) => {
    const [row] = await canvas.findAllByRole('gridcell', {}, patience)
    const scheme = getComputedStyle(row!).colorScheme
    await expect(scheme).toBe('dark')
  },
}

const german: Labels = {
  errors: { unauthorized: 'Bitte melden Sie sich an.' },
  uploader: {
    choose: () => 'Bilder auswählen',
    drop: () => 'oder hier ablegen',
    hint: ({ formats, maxSize }) => `${formats.join(', ')}, je bis ${maxSize}`,
  },
  gallery: {
    gallery: 'Bilder',
    empty: 'Noch keine Bilder',
    emptyHint: 'Was Sie hochladen, erscheint hier.',
    delete: (name) => `${name} löschen`,
    deleted: (count) => (count === 1 ? 'Bild gelöscht' : `${count} Bilder gelöscht`),
    undo: 'Rückgängig',
  },
}

/** The words of every component below, in one place; what is missing stays English. */
export const Words: Story = {
  args: { labels: german, api: visitor() },
  render: (args) => (
    <ImagesProvider {...args}>
      <ImageUploader multiple />
      <ImageGallery style={{ marginBlockStart: '1.5rem' }} />
    </ImagesProvider>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Noch keine Bilder', {}, patience)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Bilder auswählen' })).toBeVisible()
  },
}
