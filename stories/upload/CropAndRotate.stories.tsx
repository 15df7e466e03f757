import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import {
  deliveryUrl,
  ImageUploader,
  ResponsiveImage,
  stripLocation,
} from 'react-cloudflare-images'
import type { CloudflareImage, ImageUploaderProps } from 'react-cloudflare-images'
import {
  expect,
  fireEvent,
  fn,
  mocked,
  screen,
  userEvent,
  waitFor,
  within,
} from 'storybook/test'
import { delivery } from '../delivery.ts'
import { quarters, quartersOf } from './quarters.ts'
import { inputOf, patience, statusesOf } from './rows.ts'
import { useCrop } from './useCrop.tsx'

/** What is chosen, dropped or pasted is cropped before it goes up. The cropper is the app's own: react-easy-crop. */
function CropAndRotate({ onValueChange, ...props }: ImageUploaderProps) {
  const { crop, dialog } = useCrop(1)
  const [images, setImages] = useState<readonly CloudflareImage[]>([])
  return (
    <>
      <ImageUploader
        {...props}
        prepare={[crop, stripLocation()]}
        onValueChange={(ids, stored) => {
          setImages(stored)
          onValueChange?.(ids, stored)
        }}
      />
      {dialog}
      {images.map((image) => (
        <figure key={image.id} className="cropped">
          <ResponsiveImage image={image} alt={`Stored: ${image.filename}`} width={240} />
        </figure>
      ))}
    </>
  )
}

const meta = {
  title: 'upload/ImageUploader/crop and rotate',
  component: CropAndRotate,
  args: { multiple: true, onValueChange: fn() },
} satisfies Meta<typeof CropAndRotate>

export default meta
type Story = StoryObj<typeof meta>

const choose = async (element: HTMLElement, names = ['Four colours.png']) => {
  await userEvent.upload(inputOf(element), await Promise.all(names.map(quarters)))
  return asked(names[0]!)
}

/** What is in the dialog, once it can be answered. */
const asked = async (name: string) => {
  const dialog = within(await screen.findByRole('dialog', { name: `Crop ${name}` }))
  await dialog.findByRole('application')
  const use = dialog.getByRole('button', { name: 'Use picture' })
  await waitFor(() => expect(use).toBeEnabled())
  return { ...dialog, use }
}

/** A dialog of the browser's own asks which part goes up. The row waits as long as it takes. */
export const Asking: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement)
    await expect(statusesOf(canvasElement)).toEqual(['preparing'])
  },
}

/** Turned by a quarter and cut to a square: the picture that is stored has just these pixels. */
export const Turned: Story = {
  play: async ({ args, canvas, canvasElement }) => {
    const { getByRole, use } = await choose(canvasElement)
    getByRole('button', { name: 'Turn right' }).focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(use)
    await waitFor(() => expect(statusesOf(canvasElement)).toEqual(['success']), patience)
    await expect(await storedBy(args)).toBe('400×400 blue red yellow green')
    await canvas.findByRole('img', { name: 'Stored: Four colours.png' })
  },
}

/** Made larger and moved by the arrow keys, as far as the picture goes. */
export const Moved: Story = {
  play: async ({ args, canvasElement }) => {
    const { getByRole, getByLabelText, use } = await choose(canvasElement)
    await fireEvent.change(getByLabelText('Zoom'), { target: { value: 2 } })
    getByRole('application').focus()
    await userEvent.keyboard('{ArrowRight>60/}{ArrowDown>60/}')
    await userEvent.click(use)
    await waitFor(() => expect(statusesOf(canvasElement)).toEqual(['success']), patience)
    await expect(await storedBy(args)).toBe('200×200 red red red red')
  },
}

/** One picture is asked about after the other. Who changes their mind about one sends the rest. */
export const OneAfterTheOther: Story = {
  play: async ({ args, canvas, canvasElement }) => {
    const { getByRole } = await choose(canvasElement, ['First.png', 'Second.png'])
    await userEvent.click(getByRole('button', { name: 'Cancel' }))
    const { use } = await asked('Second.png')
    await userEvent.click(use)
    await waitFor(
      () => expect(statusesOf(canvasElement)).toEqual(['rejected', 'success']),
      patience,
    )
    await canvas.findByText('Cancelled.')
    await expect(screen.queryByRole('dialog')).toBeNull()
    await expect(await storedBy(args)).toBe('400×400 red green blue yellow')
  },
}

/** The picture that Cloudflare delivers, which is no larger than what was sent. */
const storedBy = async ({ onValueChange }: ImageUploaderProps) => {
  const [ids] = mocked(onValueChange!).mock.lastCall!
  return quartersOf(deliveryUrl(delivery, ids[0]!, 'hero'))
}
