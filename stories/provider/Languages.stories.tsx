import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  arabicLabels,
  frenchLabels,
  germanLabels,
  ImageGallery,
  ImagePicker,
  ImagesProvider,
  ImageUploader,
  spanishLabels,
} from 'react-cloudflare-images'
import type { LabelPack } from 'react-cloudflare-images'
import { expect, userEvent } from 'storybook/test'
import { delivery } from '../delivery.ts'

interface Spoken {
  language: string
  labels: LabelPack
}

/** Uploader, picker and gallery in one language. */
const Page = ({ language, labels }: Spoken) => (
  <div
    lang={language}
    dir={language === 'ar' ? 'rtl' : 'ltr'}
    style={{ display: 'grid', gap: '1.5rem' }}
  >
    <ImagesProvider delivery={delivery} labels={labels}>
      <ImageUploader multiple />
      <ImagePicker multiple />
      <ImageGallery undo selectable searchable />
    </ImagesProvider>
  </div>
)

const packs: Readonly<Record<string, string>> = {
  ar: 'arabicLabels',
  de: 'germanLabels',
  es: 'spanishLabels',
  fr: 'frenchLabels',
}

/** What an app writes. */
const codeOf = (_code: string, { args: { language } }: { args: Spoken }) =>
  `<ImagesProvider endpoint="/api/images" labels={${packs[language]}}>\n  …\n</ImagesProvider>`

/**
 * A pack holds every word of every component in one language. Hand it to `ImagesProvider`; words of your own go over it,
 * or in its place. Without one all is English.
 */
export default {
  title: 'provider/Languages',
  component: Page,
  parameters: { docs: { source: { transform: codeOf } } },
} satisfies Meta<typeof Page>

type Story = StoryObj<typeof Page>

const patience = { timeout: 15_000 }

/** Words are there, from the first sight to what can be done with a chosen picture. */
const speaks =
  ({ gallery, uploader, picker }: LabelPack): NonNullable<Story['play']> =>
  async ({ canvas }) => {
    await canvas.findByRole('grid', { name: gallery.gallery }, patience)
    for (const words of [uploader.choose({ multiple: true }), picker.open(0, true)])
      await expect(canvas.getAllByText(words)[0]).toBeVisible()
    await expect(await canvas.findByText(gallery.selected(0))).toBeVisible()
    await userEvent.click(canvas.getAllByRole('checkbox')[0]!)
    await expect(await canvas.findByText(gallery.selected(1))).toBeVisible()
    await expect(canvas.getByText(gallery.deleteSelected(1))).toBeVisible()
    await userEvent.click(canvas.getByText(gallery.clear))
  }

/** German. */
export const German: Story = {
  args: { language: 'de', labels: germanLabels },
  play: speaks(germanLabels),
}

/** French. */
export const French: Story = {
  args: { language: 'fr', labels: frenchLabels },
  play: speaks(frenchLabels),
}

/** Spanish. */
export const Spanish: Story = {
  args: { language: 'es', labels: spanishLabels },
  play: speaks(spanishLabels),
}

/** Arabic, from right to left, with its six forms of a plural. */
export const Arabic: Story = {
  args: { language: 'ar', labels: arabicLabels },
  play: speaks(arabicLabels),
}
