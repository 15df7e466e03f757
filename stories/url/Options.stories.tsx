import type { ArgTypes, Meta, StoryObj } from '@storybook/react-vite'
import { optionTable } from 'react-cloudflare-images/url'
import type { OptionRow } from 'react-cloudflare-images/url'
import { expect } from 'storybook/test'
import { pixelsOf } from '../display/pixelsOf.ts'
import { OptionsPlayground } from './OptionsPlayground.tsx'
import type { TypedOptions } from './OptionsPlayground.tsx'

/** A control for each option of the table that types, checks and the emulator follow. */
const argTypes: ArgTypes<TypedOptions> = Object.fromEntries(
  Object.entries(optionTable as Record<string, OptionRow>).map(([name, row]) => [
    name,
    {
      description: row.about,
      table: { defaultValue: { summary: row.default ?? 'none' } },
      ...controlOf(row),
    },
  ]),
)

function controlOf(row: OptionRow): object {
  switch (row.kind) {
    case 'integer':
    case 'number': {
      const { min, max } = row
      const step = row.kind === 'integer' ? 1 : 0.05
      // A number or a word is typed as a text.
      return { control: row.words ? 'text' : { type: 'number', min, max, step } }
    }
    case 'choice':
      return { control: 'select', options: [undefined, ...row.values] }
    case 'integers':
    case 'color':
    case 'point':
    case 'trim':
      return { control: 'text' }
  }
}

export default {
  title: 'url/Options',
  component: OptionsPlayground,
  argTypes,
  parameters: { controls: { sort: 'none' } },
} satisfies Meta<typeof OptionsPlayground>

type Story = StoryObj<typeof OptionsPlayground>

/** Every option of a URL; set them below, and copy the URL. */
export const Playground: Story = {
  args: { width: 480, height: 480, fit: 'cover', gravity: 'top', quality: 60 },
  play: async ({ canvas, userEvent }) => {
    const { value } = canvas.getByLabelText<HTMLInputElement>('URL')
    await expect(value).toMatch(
      /^https?:.*\/samples\/portrait\/width=480,height=480,fit=cover,gravity=top,quality=60$/,
    )
    await expect(await pixelsOf(await canvas.findByRole('img'))).toBe('480×480')
    await userEvent.click(canvas.getByRole('button', { name: 'Copy' }))
    await canvas.findByRole('button', { name: 'Copied' })
    await expect(await navigator.clipboard.readText()).toBe(value)
  },
}

/** A value that an option does not take is explained, and makes no URL. */
export const Mistaken: Story = {
  args: { width: 12_001 },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent(
      /"width" cannot be 12001.*from 1 to 12000/,
    )
    await expect(canvas.queryByRole('img')).toBeNull()
  },
}
