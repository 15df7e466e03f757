import type { Meta, StoryObj } from '@storybook/react-vite'
import { ImagePicker } from 'react-cloudflare-images'
import { expect, screen, userEvent, waitFor } from 'storybook/test'

export default {
  title: 'provider/ImagePicker',
  component: ImagePicker,
  args: { name: 'photo' },
} satisfies Meta<typeof ImagePicker>

type Story = StoryObj<typeof ImagePicker>

const patience = { timeout: 15_000 }

/** One picture of the library, as a field of a form. */
export const One: Story = {
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Choose a picture' }))
    const [box] = await screen.findAllByRole('checkbox', {}, patience)
    await userEvent.click(box!)
    await userEvent.click(screen.getByRole('button', { name: 'Choose' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await expect(canvasElement.querySelector('input[name=photo]')).not.toBeNull()
  },
}

/** Several, some of which are chosen already. */
export const Many: Story = {
  args: { multiple: true, defaultValue: ['samples/coast', 'samples/leaf'] },
  play: async ({ canvas }) => {
    const buttons = await canvas.findAllByRole(
      'button',
      { name: /Remove picture/ },
      patience,
    )
    await expect(buttons).toHaveLength(2)
  },
}

/** The dialog, with the library and a place to upload into it. */
export const Open: Story = {
  args: { multiple: true },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Choose pictures' }))
    await screen.findAllByRole('checkbox', {}, patience)
    await expect(screen.getByRole('dialog', { name: 'Choose pictures' })).toBeVisible()
    await expect(screen.getByRole('button', { name: 'Upload pictures' })).toBeVisible()
  },
}
