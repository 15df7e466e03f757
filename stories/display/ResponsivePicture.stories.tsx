import type { Meta, StoryObj } from '@storybook/react-vite'
import { ResponsivePicture } from 'react-cloudflare-images'
import { expect } from 'storybook/test'
import { coast, portrait } from './images.ts'
import { pixelsOf } from './pixelsOf.ts'
import { Resizable } from './Resizable.tsx'

export default {
  title: 'display/ResponsivePicture',
  component: ResponsivePicture,
  decorators: [(Story) => <Resizable>{Story()}</Resizable>],
} satisfies Meta<typeof ResponsivePicture>

type Story = StoryObj<typeof ResponsivePicture>

/** A square where the screen is narrow, a banner where it is wide. */
export const ArtDirection: Story = {
  args: {
    image: coast,
    layout: 'fullWidth',
    aspectRatio: 1,
    sources: [{ media: '(min-width: 700px)', aspectRatio: 3 }],
  },
  play: async ({ canvas }) => {
    const img = canvas.getByRole('img')
    const ratio = matchMedia('(min-width: 700px)').matches ? 3 : 1
    await expect(img.clientWidth / img.clientHeight).toBeCloseTo(ratio, 1)
    const [width, height] = (await pixelsOf(img)).split('×').map(Number)
    await expect(width! / height!).toBeCloseTo(ratio, 1)
  },
}

/** Another image where the system is dark. */
export const DarkAndLight: Story = {
  args: {
    id: 'samples/dunes',
    alt: 'A landscape, by day or by night',
    width: 480,
    aspectRatio: 3 / 2,
    sources: [{ media: '(prefers-color-scheme: dark)', id: 'samples/city' }],
  },
  play: async ({ canvas }) => {
    const img = canvas.getByRole<HTMLImageElement>('img')
    await pixelsOf(img)
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches
    await expect(img.currentSrc).toContain(isDark ? '/city/' : '/dunes/')
  },
}

/** Those who asked their system for less motion see the first frame. */
export const LessMotion: Story = {
  args: { image: portrait, width: 320, animated: true },
  play: async ({ canvas }) => {
    const img = canvas.getByRole<HTMLImageElement>('img')
    await pixelsOf(img)
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    await expect(img.currentSrc.includes('anim=false')).toBe(isStill)
  },
}

/** The one source that the screen needs is loaded before all else. */
export const Urgent: Story = {
  args: {
    image: coast,
    layout: 'fullWidth',
    aspectRatio: 1,
    sources: [{ media: '(min-width: 700px)', aspectRatio: 3 }],
    priority: true,
  },
  play: async ({ canvas }) => {
    const img = canvas.getByRole<HTMLImageElement>('img')
    await expect(img).toHaveAttribute('fetchpriority', 'high')
    const links = document.head.querySelectorAll<HTMLLinkElement>(
      'link[rel=preload][as=image][media]',
    )
    await expect(
      [...links].filter(({ media }) => matchMedia(media).matches),
    ).toHaveLength(1)
  },
}
