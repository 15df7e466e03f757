import type { Meta, StoryObj } from '@storybook/react-vite'
import { ImageState, ResponsiveImage, VariantImage } from 'react-cloudflare-images'
import { expect } from 'storybook/test'
import { coast } from './images.ts'
import { pixelsOf } from './pixelsOf.ts'

export default {
  title: 'display/ImageState',
  component: ImageState,
} satisfies Meta<typeof ImageState>

type Story = StoryObj<typeof ImageState>

const initials = {
  alignItems: 'center',
  background: '#1f5fd0',
  color: '#ffffff',
  display: 'flex',
  font: '600 2rem system-ui, sans-serif',
  height: '100%',
  justifyContent: 'center',
} as const

/** A picture that cannot be loaded gives way to something else of the same size. */
export const Fallback: Story = {
  args: {
    fallback: <span style={initials}>AL</span>,
    children: <VariantImage id="people/nobody" variant="thumb" alt="Ada Lovelace" />,
  },
  play: async ({ canvas }) => {
    const standIn = await canvas.findByText('AL')
    const { width, height } = standIn
      .closest<HTMLElement>('[role=img]')!
      .getBoundingClientRect()
    await expect([width, height]).toEqual([320, 240])
    await expect(canvas.getByRole('img', { name: 'Ada Lovelace' })).toBeVisible()
  },
}

/** A picture that loads is shown as it is. */
export const Loaded: Story = {
  args: {
    fallback: 'It could not be loaded.',
    children: <ResponsiveImage image={coast} width={480} />,
  },
  play: async ({ canvas }) => {
    const img = canvas.getByRole('img', { name: coast.meta!.rci!.alt! })
    await expect(Number.parseInt(await pixelsOf(img), 10)).toBeGreaterThanOrEqual(480)
    await expect(canvas.queryByText(/could not/)).toBeNull()
  },
}
