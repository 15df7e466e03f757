import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { StartHere as Page } from './StartHere.tsx'

export default {
  title: 'Start here',
  component: Page,
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof Page>

/** The application as it waits for you. */
export const StartHere: StoryObj<typeof Page> = {}

/** The same, at work: it uploads a picture painted in the browser and finds it in the gallery. */
export const AtWork: StoryObj<typeof Page> = {
  play: async ({ canvas, canvasElement }) => {
    const name = `painted-${crypto.randomUUID().slice(0, 8)}.png`
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]')!
    await userEvent.upload(input, await painting(name))
    const [item] = await canvas.findAllByText(name)
    await expect(item).toBeVisible()
    const gallery = within(canvas.getByRole('region', { name: 'Look through' }))
    await waitFor(
      async () => {
        const [picture] = gallery.getAllByAltText<HTMLImageElement>(name)
        await expect(picture!.naturalWidth).toBeGreaterThan(0)
      },
      { timeout: 20_000 },
    )
  },
}

/** A PNG of 1200 × 800 with a gradient. */
async function painting(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(1200, 800)
  const context = canvas.getContext('2d')!
  const gradient = context.createLinearGradient(0, 0, 1200, 800)
  gradient.addColorStop(0, '#f6821f')
  gradient.addColorStop(1, '#1f5fd0')
  context.fillStyle = gradient
  context.fillRect(0, 0, 1200, 800)
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' })
}
