import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  arabicLabels,
  ImageDetails,
  ImageGallery,
  ImagePicker,
  ImagesProvider,
  ImageUploader,
  useImageList,
} from 'react-cloudflare-images'
import type { ThemeScheme, ThemeToken } from 'react-cloudflare-images'
import { expect, userEvent, within } from 'storybook/test'
import { delivery } from '../delivery.ts'
import { ringContrast, tooFaint } from './contrast.ts'

type Tokens = { [token in ThemeToken]?: string }

interface Look extends Tokens {
  /** Each is drawn below the one before. */
  schemes: readonly ThemeScheme[]
  direction: 'ltr' | 'rtl'
}

/** Every component that has looks, once for each scheme. */
function Page({ schemes, direction, ...tokens }: Look) {
  return schemes.map((scheme) => (
    <section
      key={scheme}
      aria-label={scheme}
      dir={direction}
      style={{
        colorScheme: scheme === 'system' ? 'light dark' : scheme,
        background: tokens.colorBackground ?? 'light-dark(#ffffff, #12161d)',
        padding: '1.5rem',
        display: 'grid',
        gap: '1.5rem',
      }}
    >
      <ImagesProvider
        delivery={delivery}
        theme={{ scheme, ...tokens }}
        labels={direction === 'rtl' ? arabicLabels : {}}
      >
        <ImageUploader multiple />
        <ImagePicker multiple />
        <ImageGallery undo selectable searchable filters={{ limit: 6 }} />
        <First />
      </ImagesProvider>
    </section>
  ))
}

/** The newest picture in all its detail. */
function First() {
  const [image] = useImageList({ limit: 6 }).images
  return image ? <ImageDetails id={image.id} canChangeAccess /> : null
}

/** What is read on the page. */
const wordsIn = ({ direction }: Look) =>
  direction === 'rtl'
    ? {
        description: arabicLabels.details.alt,
        selected: arabicLabels.gallery.selected(1),
        clear: arabicLabels.gallery.clear,
      }
    : { description: 'Description', selected: '1 selected', clear: 'Clear selection' }

const colour = { control: 'color', table: { category: 'Colours' } } as const
const choice = (control: 'check' | 'inline-radio', options: readonly string[]) => ({
  control,
  options,
})
const measure = { control: 'text', table: { category: 'Measures' } } as const

/** What an app writes for such a look. */
function codeOf(_code: string, { args }: { args: Look }): string {
  const { schemes, direction, ...tokens } = args
  const scheme = schemes.length === 1 ? schemes[0] : 'system'
  return [
    '<ImagesProvider',
    '  endpoint="/api/images"',
    ...(direction === 'rtl' ? ['  labels={arabicLabels}'] : []),
    '  theme={{',
    ...Object.entries({ scheme, ...tokens }).map(
      ([token, value]) => `    ${token}: '${value}',`,
    ),
    '  }}',
    '>',
    '  …',
    '</ImagesProvider>',
  ].join('\n')
}

/**
 * A theme is a scheme, or tokens over a scheme: on `ImagesProvider` for all that is below it, or on one component. Change
 * the tokens among the controls until you like what you see; the code below each look is what an app writes for it.
 */
export default {
  title: 'Theming',
  component: Page,
  args: { schemes: ['light', 'dark'], direction: 'ltr' },
  argTypes: {
    schemes: choice('check', ['light', 'dark', 'system']),
    direction: choice('inline-radio', ['ltr', 'rtl']),
    colorBackground: colour,
    colorSurface: colour,
    colorText: colour,
    colorMuted: colour,
    colorBorder: colour,
    colorAccent: colour,
    colorAccentText: colour,
    colorDanger: colour,
    colorSuccess: colour,
    colorFocus: colour,
    radius: measure,
    space: measure,
    density: measure,
    font: measure,
    fontSize: measure,
  } satisfies Record<keyof Look, object>,
  parameters: { layout: 'fullscreen', docs: { source: { transform: codeOf } } },
  // Words and edges in both schemes, the ring around the keyboard, and what stands on the accent.
  play: async ({ canvas, canvasElement, args }) => {
    const words = wordsIn(args)
    for (const scheme of args.schemes) {
      const section = within(canvas.getByRole('region', { name: scheme }))
      await section.findAllByRole('gridcell', {}, { timeout: 15_000 })
      await section.findByLabelText(
        new RegExp(`^${words.description}`),
        {},
        { timeout: 15_000 },
      )
      const search = await section.findByRole('searchbox')
      await userEvent.click(search)
      await expect(ringContrast(search)).toBeGreaterThanOrEqual(3)
      await userEvent.click((await section.findAllByRole('checkbox'))[0]!)
      await section.findByText(words.selected)
    }
    const { measured, faint } = tooFaint(canvasElement)
    await expect(faint).toEqual([])
    await expect(measured).toBeGreaterThan(30)
    for (const scheme of args.schemes) {
      const section = within(canvas.getByRole('region', { name: scheme }))
      await userEvent.click(section.getByRole('button', { name: words.clear }))
    }
  },
} satisfies Meta<typeof Page>

type Story = StoryObj<typeof Page>

/** As it comes. Every token can be changed among the controls, also the scheme and the direction. */
export const Plain: Story = {}

/** A brand's own colours in both schemes, corners, spaces and letters. */
export const Branded: Story = {
  args: {
    colorBackground: 'light-dark(#fffaf5, #1a1210)',
    colorSurface: 'light-dark(#fbeee2, #2a1d18)',
    colorText: 'light-dark(#2b1a10, #fbeee2)',
    colorMuted: 'light-dark(#6f5646, #c9ad9c)',
    colorBorder: 'light-dark(#e3cdbb, #4d382e)',
    colorAccent: 'light-dark(#a23b00, #ff9d5c)',
    colorAccentText: 'light-dark(#ffffff, #2b1000)',
    colorDanger: 'light-dark(#a1123a, #ff9db4)',
    colorSuccess: 'light-dark(#1f6b3b, #86d6a2)',
    colorFocus: 'light-dark(#a23b00, #ffb684)',
    radius: '1.25rem',
    space: '0.625rem',
    font: 'Georgia, serif',
    fontSize: '1rem',
  },
}

/** For tools in which much has to be seen at once. */
export const Compact: Story = {
  args: {
    colorAccent: 'light-dark(#0f6b5c, #5fd0bd)',
    colorAccentText: 'light-dark(#ffffff, #04231e)',
    colorFocus: 'light-dark(#0f6b5c, #8be6d6)',
    radius: '0.25rem',
    density: '0.75',
    fontSize: '0.8125rem',
  },
}

/** From right to left, in Arabic, in the scheme of the visitor's system. */
export const RightToLeft: Story = {
  args: { schemes: ['system'], direction: 'rtl', colorAccent: 'rebeccapurple' },
}
