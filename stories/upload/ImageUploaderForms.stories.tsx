import type { Meta, StoryObj } from '@storybook/react-vite'
import { useActionState, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { ImageUploader } from 'react-cloudflare-images'
import type { ImageUploaderProps } from 'react-cloudflare-images'
import { expect, userEvent, waitFor } from 'storybook/test'
import './own.css'
import { picture } from './picture.ts'
import { inputOf, patience, statusesOf } from './rows.ts'

const meta = {
  title: 'upload/ImageUploader/forms',
  component: ImageUploader,
  args: { multiple: true },
} satisfies Meta<typeof ImageUploader>

export default meta
type Story = StoryObj<typeof meta>

function PhotoForm(args: ImageUploaderProps) {
  const [sent, setSent] = useState<FormDataEntryValue[]>()
  return (
    <form
      className="own"
      onSubmit={(event) => {
        event.preventDefault()
        setSent(new FormData(event.currentTarget).getAll('photos'))
      }}
    >
      <ImageUploader {...args} />
      <p>
        <button type="submit">Save</button>{' '}
        <output>{sent && `${sent.length} saved`}</output>
      </p>
    </form>
  )
}

/** A server action is given the ids; React resets the form after it, and the uploader begins anew. */
function ActionForm(args: ImageUploaderProps) {
  const [count, action, isPending] = useActionState(
    async (before: number, form: FormData) => before + form.getAll('photos').length,
    0,
  )
  return (
    <form className="own" action={action}>
      <ImageUploader {...args} name="photos" />
      <p>
        <button type="submit" disabled={isPending}>
          Save
        </button>{' '}
        <output>{count} saved</output>
      </p>
    </form>
  )
}

/** The Controller of react-hook-form holds the ids, without an adapter. */
function HookForm(args: ImageUploaderProps) {
  const { control, handleSubmit } = useForm({ defaultValues: { photos: [] as string[] } })
  const [sent, setSent] = useState<string[]>()
  return (
    <form
      className="own"
      onSubmit={(event) => void handleSubmit(({ photos }) => setSent(photos))(event)}
    >
      <Controller
        name="photos"
        control={control}
        rules={{ validate: (photos) => photos.length > 0 || 'A picture is needed.' }}
        render={({ field: { value, onChange }, fieldState: { error } }) => (
          <>
            <ImageUploader
              {...args}
              value={value}
              onValueChange={(ids) => onChange(ids)}
            />
            {error && <p role="alert">{error.message}</p>}
          </>
        )}
      />
      <p>
        <button type="submit">Save</button>{' '}
        <output>{sent && `${sent.length} saved`}</output>
      </p>
    </form>
  )
}

/** In a form: one field per picture, and no half batch is sent. */
export const InAForm: Story = {
  args: { name: 'photos', required: true },
  render: (args) => <PhotoForm {...args} />,
  play: async ({ canvas, canvasElement }) => {
    const form = canvasElement.querySelector('form')!
    await expect(form.checkValidity()).toBe(false)
    await userEvent.upload(inputOf(canvasElement), await picture('form.png'))
    await expect(form.checkValidity()).toBe(false)
    await waitFor(() => expect(statusesOf(canvasElement)).toEqual(['success']), patience)
    await waitFor(() => expect(form.checkValidity()).toBe(true))
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await canvas.findByText('1 saved')
  },
}

/** With a server action and `useActionState`. */
export const ServerAction: Story = {
  render: (args) => <ActionForm {...args} />,
  play: async ({ canvas, canvasElement }) => {
    await userEvent.upload(inputOf(canvasElement), await picture('action.png'))
    await waitFor(() => expect(statusesOf(canvasElement)).toEqual(['success']), patience)
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await canvas.findByText('1 saved')
    await waitFor(() => expect(statusesOf(canvasElement)).toEqual([]))
  },
}

/** With react-hook-form: `value` and `onValueChange` are what its Controller holds. */
export const ReactHookForm: Story = {
  render: (args) => <HookForm {...args} />,
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'A picture is needed.',
    )
    await userEvent.upload(inputOf(canvasElement), await picture('hook.png'))
    await waitFor(() => expect(statusesOf(canvasElement)).toEqual(['success']), patience)
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await canvas.findByText('1 saved')
  },
}
