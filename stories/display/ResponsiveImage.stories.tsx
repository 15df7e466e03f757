import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ShownImage } from 'react-cloudflare-images'
import { ResponsiveImage, thumbhashPlaceholder } from 'react-cloudflare-images'
import { expect } from 'storybook/test'
import { coast, leaf, portrait } from './images.ts'
import { pixelsOf } from './pixelsOf.ts'
import { privateImage } from './privateImage.ts'
import { Resizable } from './Resizable.tsx'

export default {
  title: 'display/ResponsiveImage',
  component: ResponsiveImage,
  decorators: [(Story) => <Resizable>{Story()}</Resizable>],
} satisfies Meta<typeof ResponsiveImage>

type Story = StoryObj<typeof ResponsiveImage>

/** As wide as its container, 480 pixels at the most; pull at the corner. */
export const Constrained: Story = {
  args: { image: coast, width: 480 },
  play: async ({ canvas }) => {
    const img = canvas.getByRole<HTMLImageElement>('img')
    await expect(img.sizes).toBe('auto, (min-width: 480px) 480px, 100vw')
    await expect([img.width, img.height]).toEqual([480, 320])
    const pixels = await pixelsOf(img)
    await expect(img.srcset).toContain(` ${pixels.split('×')[0]}w`)
    await expect(Number.parseInt(pixels, 10)).toBeGreaterThanOrEqual(480)
  },
}

/** Never changes its size; two candidates, for usual and for sharp screens. */
export const Fixed: Story = {
  args: { image: coast, layout: 'fixed', width: 210 },
  play: async ({ canvas }) => {
    const img = canvas.getByRole<HTMLImageElement>('img')
    await expect(img.srcset.split(', ')).toHaveLength(2)
    await expect(await pixelsOf(img)).toBe(devicePixelRatio > 1 ? '420×280' : '210×140')
  },
}

/** As wide as its container, in a ratio of its own. */
export const FullWidth: Story = {
  args: { image: coast, layout: 'fullWidth', aspectRatio: 21 / 9 },
  play: async ({ canvas }) => {
    const img = canvas.getByRole<HTMLImageElement>('img')
    await expect(img.clientWidth).toBe(img.parentElement?.clientWidth)
    await expect(img.clientWidth / img.clientHeight).toBeCloseTo(21 / 9, 1)
    const [width, height] = (await pixelsOf(img)).split('×').map(Number)
    await expect(width! / height!).toBeCloseTo(21 / 9, 1)
  },
}

/** Cut to a square around the focal point that the image's facts know. */
export const Cropped: Story = {
  args: { image: portrait, width: 320, aspectRatio: 1 },
  play: async ({ canvas }) => {
    const img = canvas.getByRole<HTMLImageElement>('img')
    await expect(img.src).toMatch(
      /\/width=320,height=320,fit=aspect-crop,gravity=0\.5x0\.3$/,
    )
    const [width, height] = (await pixelsOf(img)).split('×')
    await expect(width).toBe(height)
  },
}

/** A frame that shows all of the picture. */
export const Framed: Story = {
  args: { image: portrait, width: 400, height: 300, fit: 'contain' },
  play: async ({ canvas }) => {
    const img = canvas.getByRole<HTMLImageElement>('img')
    await pixelsOf(img)
    await expect([img.width, img.height]).toEqual([400, 300])
    await expect(getComputedStyle(img).objectFit).toBe('contain')
  },
}

/** Widths by viewport make the attribute, and choose the candidates. */
export const WidthsByViewport: Story = {
  args: { image: coast, width: 608, sizes: { base: '100vw', 640: 608, 1024: 480 } },
  play: async ({ canvas }) => {
    const img = canvas.getByRole<HTMLImageElement>('img')
    await expect(img.sizes).toBe(
      'auto, (min-width: 1024px) 480px, (min-width: 640px) 608px, 100vw',
    )
    for (const width of [480, 608, 960, 1216]) {
      await expect(img.srcset).toContain(`/width=${width} ${width}w`)
    }
  },
}

/** Screens denser than 2× get no more pixels than those of 2×. */
export const NoDenserThanTwo: Story = {
  args: { image: coast, layout: 'fullWidth', maxDpr: 2 },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole<HTMLImageElement>('img').sizes).toContain(
      '(min-resolution: 2.6dppx)',
    )
  },
}

/** The average colour stands in until the picture covers it. */
export const Placeholder: Story = {
  args: { image: coast, width: 480 },
  play: async ({ canvas }) => {
    await expect(getComputedStyle(canvas.getByRole('img')).backgroundColor).toBe(
      'rgb(95, 143, 181)',
    )
  },
}

/** A blurred picture stands in, some hundred characters in the page itself: on the left by itself, on the right until the picture covers it. */
export const Blurred: Story = {
  args: { image: coast, width: 320, placeholder: thumbhashPlaceholder },
  render: (args) => (
    <div style={{ display: 'grid', gap: '1rem', gridTemplateColumns: '1fr 1fr' }}>
      <div
        style={{
          aspectRatio: 3 / 2,
          background: thumbhashPlaceholder(coast.meta!.rci!),
          maxWidth: 320,
        }}
      />
      <ResponsiveImage {...args} />
    </div>
  ),
  play: async ({ canvas }) => {
    const img = canvas.getByRole('img')
    const { backgroundImage } = getComputedStyle(img)
    await expect(backgroundImage).toMatch(/^url\("data:image\/bmp;base64,/)
    await expect(backgroundImage.length).toBeLessThan(500)
    await pixelsOf(img)
  },
}

/** A private image: named variants of known widths, each URL signed by the backend. */
export const Private: Story = {
  loaders: [async () => ({ image: await privateImage(['card', 'hero']) })],
  render: (_, { loaded }) => (
    <ResponsiveImage
      alt="A sandy coast, for those who may see it"
      image={(loaded as { image: ShownImage }).image}
      layout="fullWidth"
      variants={['card', 'hero']}
    />
  ),
  play: async ({ canvas }) => {
    const img = await canvas.findByRole<HTMLImageElement>('img')
    const pixels = await pixelsOf(img)
    await expect(['640×427', '1600×1067']).toContain(pixels)
    await expect(new URL(img.currentSrc).searchParams.get('sig')).toMatch(/^[\da-f]{64}$/)
    const { pathname } = new URL(img.currentSrc)
    await expect((await fetch(pathname)).status).toBe(403)
  },
}

/** What is see-through never has a placeholder. */
export const SeeThrough: Story = {
  args: { image: leaf, width: 240 },
  play: async ({ canvas }) => {
    const img = canvas.getByRole('img')
    await expect(getComputedStyle(img).backgroundColor).toBe('rgba(0, 0, 0, 0)')
    await expect(await pixelsOf(img)).toMatch(/^(\d+)×\1$/)
  },
}

/** Without a `style` attribute, for pages whose CSP forbids it; `styles.css` does its part. */
export const StrictCsp: Story = {
  args: { image: coast, width: 480, csp: true },
  play: async ({ canvas }) => {
    const img = canvas.getByRole('img')
    await expect(img).not.toHaveAttribute('style')
    await expect(getComputedStyle(img).maxWidth).toBe('100%')
  },
}

/** Further options of the URL; all of them are to be tried under url/Options. */
export const FurtherOptions: Story = {
  args: {
    image: coast,
    width: 480,
    aspectRatio: 3 / 2,
    quality: 60,
    options: { saturation: 0.4, blur: 4, sharpen: 1 },
  },
  play: async ({ canvas }) => {
    const img = canvas.getByRole<HTMLImageElement>('img')
    for (const option of ['quality=60', 'saturation=0.4', 'blur=4', 'sharpen=1']) {
      await expect(img.src).toContain(option)
    }
    await expect(Number.parseInt(await pixelsOf(img), 10)).toBeGreaterThanOrEqual(480)
  },
}
