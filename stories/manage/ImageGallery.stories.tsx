import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  createImagesApi,
  ImageGallery,
  ImagesProvider,
  ResponsiveImage,
} from 'react-cloudflare-images'
import type { ImagesApi } from 'react-cloudflare-images'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { delivery } from '../delivery.ts'
import { tooFaint } from '../provider/contrast.ts'
import { uploadPainting } from './uploadPainting.ts'

export default {
  title: 'manage/ImageGallery',
  component: ImageGallery,
  args: { undo: true },
} satisfies Meta<typeof ImageGallery>

type Story = StoryObj<typeof ImageGallery>

/** A visitor of whom nobody else in these stories knows. */
const visitor = (): ImagesApi =>
  createImagesApi({ headers: { 'x-demo-user': crypto.randomUUID() } })

/** The pictures of the signed-in user, newest first; hover or tab to one to delete it. */
export const Library: Story = {
  play: async ({ canvas }) => {
    const [picture] = await canvas.findAllByRole('img', {}, patience)
    await waitFor(() => expect(picture).toHaveProperty('complete', true))
    await expect((picture as HTMLImageElement).naturalWidth).toBeGreaterThan(0)
  },
}

/** A picture goes up, is seen, is deleted, and is gone from Cloudflare too. */
export const FromUploadToDeletion: Story = {
  args: { undo: false },
  loaders: [
    async () => {
      const api = visitor()
      return { api, id: await uploadPainting(api, 'sunset.png') }
    },
  ],
  render: (args, { loaded: { api } }) => (
    <ImagesProvider api={api as ImagesApi} delivery={delivery}>
      <ImageGallery {...args} />
    </ImagesProvider>
  ),
  play: async ({ canvas, loaded }) => {
    const { api, id } = loaded as { api: ImagesApi; id: string }
    await expect(
      await canvas.findByRole('img', { name: 'sunset.png' }, patience),
    ).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Delete sunset.png' }))
    await canvas.findByText('No pictures yet', {}, patience)
    await waitFor(async () => expect((await api.list()).images).toEqual([]))
    await expect(api.get(id)).rejects.toMatchObject({ code: 'not-found' })
  },
}

/** With `undo` a deletion can be taken back for a while, by the button or by Ctrl+Z; nothing has been sent yet. */
export const TakenBack: Story = {
  loaders: [
    async () => {
      const api = visitor()
      for (const name of ['dune.png', 'tide.png']) await uploadPainting(api, name)
      return { api }
    },
  ],
  render: (args, { loaded: { api } }) => (
    <ImagesProvider api={api as ImagesApi} delivery={delivery}>
      <ImageGallery {...args} />
    </ImagesProvider>
  ),
  play: async ({ canvas, canvasElement }) => {
    const row = await canvas.findByRole('gridcell', { name: /^dune.png/ }, patience)
    row.focus()
    await userEvent.keyboard('{Delete}')
    await waitFor(() =>
      expect(canvas.queryByRole('gridcell', { name: /^dune.png/ })).toBeNull(),
    )
    await expect(canvas.getByRole('gridcell', { name: /^tide.png/ })).toHaveFocus()
    const undo = canvas.getByRole('button', { name: 'Undo' })
    await expect(tooFaint(canvasElement).faint).toEqual([])
    await userEvent.click(undo)
    await canvas.findByRole('gridcell', { name: /^dune.png/ })
  },
}

/** Pages follow each other as the end comes near; there is a button for those who press one. */
export const PageByPage: Story = {
  args: { filters: { limit: 2 } },
  play: async ({ canvas }) => {
    await waitFor(
      () => expect(canvas.getAllByRole('gridcell').length).toBeGreaterThan(4),
      patience,
    )
  },
}

/** Choose by box or by key, ranges with Shift; what is chosen can be deleted, or whatever the app offers. */
export const Choosing: Story = {
  args: {
    selectable: true,
    searchable: true,
    renderSelection: (images) => (
      <button
        className="rci-gallery-button"
        onClick={() => void navigator.clipboard.writeText(urlsOf(images))}
      >
        Copy ids
      </button>
    ),
  },
  play: async ({ canvas }) => {
    const [first] = await canvas.findAllByRole('checkbox', {}, patience)
    await userEvent.click(first!)
    await expect(await canvas.findByText('1 selected')).toBeVisible()
    const [, second] = canvas.getAllByRole('gridcell')
    second!.focus()
    await userEvent.keyboard(' ')
    await expect(canvas.getByText('2 selected')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Copy ids' })).toBeEnabled()
  },
}

const urlsOf = (images: readonly { id: string }[]) =>
  images.map(({ id }) => id).join('\n')

/** Below each other, with more room for words, and a search over what is loaded that says so. */
export const AsAList: Story = {
  args: { layout: 'list', searchable: true, selectable: true },
  play: async ({ canvas }) => {
    const field = await canvas.findByRole('searchbox', {}, patience)
    await userEvent.type(field, 'dune')
    await canvas.findByText(/^1 of /)
    await expect(canvas.getAllByRole('gridcell')).toHaveLength(1)
    const [choose, remove] = [
      canvas.getByRole('checkbox'),
      canvas.getByRole('button', { name: /^Delete / }),
    ].map((button) => button.getBoundingClientRect())
    await expect(remove!.left).toBeGreaterThan(choose!.right)
    await userEvent.clear(field)
  },
}

/** Pictures that open, in whatever way the app likes. */
export const Opening: Story = {
  args: { onOpen: fn(), deletable: false },
  play: async ({ canvas, args }) => {
    const [row] = await canvas.findAllByRole('gridcell', {}, patience)
    await userEvent.click(within(row!).getByRole('button'))
    await expect(args.onOpen).toHaveBeenCalledOnce()
    row!.focus()
    await userEvent.keyboard('{ArrowRight}{Enter}')
    await expect(args.onOpen).toHaveBeenCalledTimes(2)
  },
}

/** Thumbnails in a named variant of the account, as private pictures need. */
export const NamedVariant: Story = {
  args: { variant: 'thumb' },
  play: async ({ canvas }) => {
    const [picture] = await canvas.findAllByRole('img', {}, patience)
    await expect(picture!.getAttribute('src')).toMatch(/\/thumb$/)
  },
}

/** Drawn by the app: the gallery still loads, deletes, and leads the keyboard. */
export const OwnItems: Story = {
  args: {
    renderItem: (image, { remove }) => (
      <figure style={{ margin: 0, padding: '0.5rem', border: '1px solid currentColor' }}>
        <ResponsiveImage
          image={image}
          alt={image.filename}
          width={240}
          aspectRatio={3 / 2}
        />
        <figcaption>
          <p style={{ marginBlock: '0.25rem' }}>{image.filename}</p>
          <button
            className="rci-gallery-button"
            aria-label={`Delete ${image.filename}`}
            onClick={() => remove?.(image)}
          >
            Delete
          </button>
        </figcaption>
      </figure>
    ),
  },
  play: async ({ canvas }) => {
    const [row] = await canvas.findAllByRole('gridcell', {}, patience)
    await expect(within(row!).getByRole('button')).toBeVisible()
  },
}

/** A look of one's own, by tokens. */
export const Branded: Story = {
  args: {
    theme: {
      scheme: 'dark',
      colorBackground: '#1a1423',
      colorSurface: '#2a2038',
      colorFocus: '#f6821f',
      colorText: '#f4ecff',
      colorMuted: '#b9a9d0',
      radius: '1.25rem',
      space: '0.625rem',
      font: 'Georgia, serif',
    },
    style: { background: '#1a1423', padding: '1.5rem' },
    labels: { gallery: 'Reisebilder', loadMore: 'Mehr laden' },
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('grid', { name: 'Reisebilder' }, patience),
    ).toBeVisible()
  },
}

/** Nobody has uploaded anything yet. */
export const Empty: Story = {
  render: (args) => (
    <ImagesProvider api={nobody}>
      <ImageGallery {...args} />
    </ImagesProvider>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No pictures yet', {}, patience)).toBeVisible()
  },
}

/** The first page is on its way. */
export const Loading: Story = {
  render: (args) => (
    <ImagesProvider api={neverAnswers}>
      <ImageGallery {...args} />
    </ImagesProvider>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading pictures')
  },
}

/** The endpoint is not there: what happened, and a way to try again. */
export const Failed: Story = {
  render: (args) => (
    <ImagesProvider endpoint="/api/nowhere">
      <ImageGallery {...args} />
    </ImagesProvider>
  ),
  play: async ({ canvas }) => {
    const alert = await canvas.findByRole('alert', {}, patience)
    await expect(alert).toHaveTextContent('The image service was not found.')
    await expect(within(alert).getByRole('button', { name: 'Try again' })).toBeEnabled()
  },
}

/** The first call wakes the backend. */
const patience = { timeout: 15_000 }

const nobody = visitor()
const neverAnswers = createImagesApi({ fetch: () => new Promise(() => {}) })
