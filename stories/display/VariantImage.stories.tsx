import type { Meta, StoryObj } from '@storybook/react-vite'
import { VariantImage } from 'react-cloudflare-images'
import { expect } from 'storybook/test'
import { coast, portrait } from './images.ts'
import { pixelsOf } from './pixelsOf.ts'

export default {
  title: 'display/VariantImage',
  component: VariantImage,
} satisfies Meta<typeof VariantImage>

type Story = StoryObj<typeof VariantImage>

/** Two named variants, for usual and for sharp screens; the size on the page is the first one's. */
export const Avatar: Story = {
  args: {
    id: 'samples/portrait',
    alt: 'A painted portrait of a person',
    variant: ['avatar', 'avatar2x'],
    style: { borderRadius: '50%' },
  },
  play: async ({ canvas }) => {
    const img = canvas.getByRole<HTMLImageElement>('img')
    await expect(img.srcset).toMatch(/\/avatar 1x, \S+\/avatar2x 2x$/)
    await expect([img.width, img.height]).toEqual([96, 96])
    const pixels = await pixelsOf(img)
    // Chromium takes the sharper one on any screen where it holds it already.
    const isSharp = devicePixelRatio > 1 || img.currentSrc.endsWith('/avatar2x')
    await expect(pixels).toBe(isSharp ? '192×192' : '96×96')
  },
}

/** A variant that only scales down keeps the ratio, and the image's facts tell its height beforehand. */
export const FromAnImage: Story = {
  args: { image: coast, variant: 'card', style: { maxWidth: '100%', height: 'auto' } },
  play: async ({ canvas }) => {
    const img = canvas.getByRole<HTMLImageElement>('img', { name: /coast/ })
    await expect(img.getAttribute('height')).toBe(String(Math.round((640 * 1600) / 2400)))
    await expect(await pixelsOf(img)).toBe('640×427')
  },
}

/** A delivery URL from elsewhere is asked for in the variant that is needed. */
export const FromAUrl: Story = {
  args: {
    src: '/cdn-cgi/imagedelivery/Emulator_Account_Hash_/samples/dunes/public',
    alt: 'Red dunes in the evening',
    variant: 'thumb',
  },
  play: async ({ canvas }) => {
    await expect(await pixelsOf(canvas.getByRole('img'))).toBe('320×240')
  },
}

/** Among the first things seen: loaded at once, and before others. */
export const Urgent: Story = {
  args: { image: portrait, variant: 'thumb', priority: true },
  play: async ({ canvas }) => {
    const img = canvas.getByRole('img')
    await expect(img).toHaveAttribute('loading', 'eager')
    await expect(img).toHaveAttribute('fetchpriority', 'high')
    await expect(await pixelsOf(img)).toBe('320×240')
  },
}
