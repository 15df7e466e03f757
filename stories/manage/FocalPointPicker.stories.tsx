import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  createImagesApi,
  FocalPointPicker,
  ImagesProvider,
  ResponsiveImage,
  useImage,
} from 'react-cloudflare-images'
import type { FocalPointPickerProps, ImagesApi } from 'react-cloudflare-images'
import { expect, userEvent, waitFor } from 'storybook/test'
import { delivery } from '../delivery.ts'
import { uploadPainting } from './uploadPainting.ts'

export default {
  title: 'manage/FocalPointPicker',
  component: FocalPointPicker,
} satisfies Meta<typeof FocalPointPicker>

type Story = StoryObj<typeof FocalPointPicker>

const visitor = (): ImagesApi =>
  createImagesApi({ headers: { 'x-demo-user': crypto.randomUUID() } })

/** The picker of one stored picture. */
function Stored({ id, ...props }: Omit<FocalPointPickerProps, 'image'> & { id: string }) {
  const { data: image } = useImage(id)
  return image ? (
    <>
      <FocalPointPicker {...props} image={image} />
      <p>As it is delivered:</p>
      <ResponsiveImage image={image} alt="" width={320} aspectRatio={3} />
    </>
  ) : null
}

/** Drag over the picture, or walk with the arrow keys: the crops follow, and what is delivered follows once stored. */
export const Usual: Story = {
  loaders: [
    async () => {
      const api = visitor()
      return { api, id: await uploadPainting(api, 'harbour.png') }
    },
  ],
  render: (args, { loaded: { api, id } }) => (
    <ImagesProvider api={api as ImagesApi} delivery={delivery}>
      <Stored {...args} id={id as string} />
    </ImagesProvider>
  ),
  play: async ({ canvas, loaded }) => {
    const { api, id } = loaded as { api: ImagesApi; id: string }
    const marker = await canvas.findByRole('slider', {}, { timeout: 15_000 })
    marker.focus()
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowUp}{/Shift}')
    await expect(marker).toHaveAttribute(
      'aria-valuetext',
      '60 % from the left, 40 % from the top',
    )
    await waitFor(async () => expect((await api.get(id)).meta.rci?.f).toEqual([0.6, 0.4]))
  },
}
