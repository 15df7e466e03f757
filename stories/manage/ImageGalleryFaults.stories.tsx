import type { Meta, StoryObj } from '@storybook/react-vite'
import { createImagesApi, ImageGallery, ImagesProvider } from 'react-cloudflare-images'
import type { ImagesApi } from 'react-cloudflare-images'
import { expect, userEvent, waitFor } from 'storybook/test'
import { delivery } from '../delivery.ts'
import { uploadPainting } from './uploadPainting.ts'

interface Loaded {
  api: ImagesApi
  user: string
}

export default {
  title: 'manage/ImageGallery/faults',
  component: ImageGallery,
  args: { filters: { limit: 2 } },
  loaders: [
    async () => {
      const user = crypto.randomUUID()
      const api = createImagesApi({ headers: { 'x-demo-user': user } })
      for (const name of ['dune.png', 'tide.png', 'reed.png']) {
        await uploadPainting(api, name)
      }
      return { api, user }
    },
  ],
} satisfies Meta<typeof ImageGallery>

type Story = StoryObj<typeof ImageGallery>

const patience = { timeout: 20_000 }

type Answer = (line: string) => Response | undefined | Promise<Response | undefined>

/** The client of that user, in whose way something is put. */
const through = ({ user }: Loaded, answer: Answer): ImagesApi =>
  createImagesApi({
    headers: { 'x-demo-user': user },
    fetch: async (input, init) => {
      const line = `${init?.method} ${input instanceof Request ? input.url : input}`
      return (await answer(line)) ?? fetch(input, init)
    },
  })

const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message: code } }, { status, headers })

const render =
  (answer: Answer): NonNullable<Story['render']> =>
  (args, { loaded }) => (
    <ImagesProvider api={through(loaded as Loaded, answer)} delivery={delivery}>
      <ImageGallery {...args} />
    </ImagesProvider>
  )

/** The session ends between two pages: what is there stays, and says what to do. */
export const SignedOut: Story = {
  render: render((line) =>
    line.includes('cursor=') ? refusal(401, 'unauthorized') : undefined,
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert', {}, patience)).toHaveTextContent(
      'Sign in to go on.',
    )
    await expect(canvas.getAllByRole('gridcell')).toHaveLength(2)
  },
}

/** Another tab deleted the picture first: the wish is fulfilled, so nobody is bothered. */
export const DeletedElsewhere: Story = {
  args: { filters: {} },
  render: render(() => undefined),
  play: async ({ canvas, loaded }) => {
    const { api } = loaded as Loaded
    await canvas.findByRole('gridcell', { name: /^tide.png/ }, patience)
    const { images } = await api.list()
    await api.delete(images.find(({ filename }) => filename === 'tide.png')!.id)
    await userEvent.click(canvas.getByRole('button', { name: 'Delete tide.png' }))
    await waitFor(() =>
      expect(canvas.queryByRole('gridcell', { name: /^tide.png/ })).toBeNull(),
    )
    await expect(canvas.queryByRole('alert')).toBeNull()
  },
}

/** Too many requests: it waits for as long as it was told, and asks again. */
export const RateLimited: Story = {
  args: { filters: {} },
  render: (args, { loaded }) => {
    let isFirst = true
    const api = through(loaded as Loaded, () => {
      const answer = isFirst
        ? refusal(429, 'rate-limited', { 'retry-after': '1' })
        : undefined
      isFirst = false
      return answer
    })
    return (
      <ImagesProvider api={api} delivery={delivery}>
        <ImageGallery {...args} />
      </ImagesProvider>
    )
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findAllByRole('gridcell', {}, patience)).toHaveLength(3)
  },
}

/** The network fails under a deletion: it is sent again until it has arrived. */
export const Offline: Story = {
  args: { filters: {} },
  render: (args, { loaded }) => {
    let failures = 0
    const api = through(loaded as Loaded, (line) => {
      if (line.startsWith('DELETE') && failures++ === 0) throw new TypeError('no network')
      return undefined
    })
    return (
      <ImagesProvider api={api} delivery={delivery}>
        <ImageGallery {...args} />
      </ImagesProvider>
    )
  },
  play: async ({ canvas, loaded }) => {
    const { api } = loaded as Loaded
    await canvas.findByRole('gridcell', { name: /^tide.png/ }, patience)
    await userEvent.click(canvas.getByRole('button', { name: 'Delete tide.png' }))
    await waitFor(async () => expect((await api.list()).images).toHaveLength(2), patience)
    await expect(canvas.getAllByRole('gridcell')).toHaveLength(2)
    await expect(canvas.queryByRole('alert')).toBeNull()
  },
}

/** A slow backend: tiles in waiting stand in the pictures' shape. */
export const Slow: Story = {
  args: { filters: {} },
  render: render(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    return undefined
  }),
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading pictures')
    await expect(
      canvasElement.querySelectorAll('.rci-gallery-skeleton').length,
    ).toBeGreaterThan(3)
    await expect(await canvas.findAllByRole('gridcell', {}, patience)).toHaveLength(3)
  },
}
