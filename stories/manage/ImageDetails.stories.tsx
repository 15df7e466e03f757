import type { Meta, StoryObj } from '@storybook/react-vite'
import { deliveryUrl, ImageDetails, ImagesProvider } from 'react-cloudflare-images'
import type { ImagesApi } from 'react-cloudflare-images'
import { expect, userEvent } from 'storybook/test'
import { delivery } from '../delivery.ts'
import { adminApi } from './admin.ts'
import { uploadPainting } from './uploadPainting.ts'

export default {
  title: 'manage/ImageDetails',
  component: ImageDetails,
  args: { id: '' },
  loaders: [
    async () => {
      const api = adminApi(crypto.randomUUID())
      return { api, id: await uploadPainting(api, 'meadow.png') }
    },
  ],
  render: (args, { loaded: { api, id } }) => (
    <ImagesProvider api={api as ImagesApi} delivery={delivery}>
      <ImageDetails {...args} id={args.id || (id as string)} />
    </ImagesProvider>
  ),
} satisfies Meta<typeof ImageDetails>

type Story = StoryObj<typeof ImageDetails>

const patience = { timeout: 15_000 }

/** Preview, words, URLs, and a deletion that can be taken back. */
export const Usual: Story = {
  play: async ({ canvas }) => {
    const field = await canvas.findByLabelText(/^Description/, {}, patience)
    await userEvent.type(field, 'A meadow in June')
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await canvas.findByText('Saved')
    await canvas.findByRole('img', { name: 'A meadow in June' })
  },
}

/** Fields of the app's own, a switch of who may see the picture, and a link to download it: in an app a route that answers with the original. */
export const Everything: Story = {
  args: {
    fields: ['album', 'photographer'],
    canChangeAccess: true,
    originalUrl: ({ id }) => deliveryUrl(delivery, id, 'hero'),
  },
  play: async ({ canvas }) => {
    await userEvent.type(await canvas.findByLabelText('album', {}, patience), 'summer')
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await canvas.findByText('Saved')
  },
}

/** Another tab was faster: the picture is gone, and nothing can bring it back. */
export const Gone: Story = {
  args: { id: '00000000-0000-4000-8000-000000000000' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert', {}, patience)).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}
