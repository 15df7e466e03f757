import type { Meta, StoryObj } from '@storybook/react-vite'
import { ImagesProvider, VariantManager } from 'react-cloudflare-images'
import { expect, userEvent } from 'storybook/test'
import { delivery } from '../delivery.ts'
import { adminApi } from './admin.ts'

export default {
  title: 'manage/VariantManager',
  component: VariantManager,
  args: { imageId: 'samples/portrait' },
} satisfies Meta<typeof VariantManager>

type Story = StoryObj<typeof VariantManager>

/** What each variant does to a picture, for those whom the backend lets change them. */
export const Usual: Story = {
  render: (args) => (
    <ImagesProvider api={adminApi()} delivery={delivery}>
      <VariantManager {...args} />
    </ImagesProvider>
  ),
  play: async ({ canvas }) => {
    await canvas.findByText('avatar', {}, { timeout: 15_000 })
    await userEvent.click(canvas.getByRole('button', { name: 'Edit avatar' }))
    await expect(canvas.getByLabelText('Width in pixels')).toHaveValue(96)
  },
}

/** Who may not is told so, and nothing is shown. */
export const Forbidden: Story = {
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('alert', {}, { timeout: 15_000 }),
    ).toHaveTextContent('You are not allowed to do this.')
    await expect(canvas.queryByRole('button', { name: 'Add variant' })).toBeNull()
  },
}
