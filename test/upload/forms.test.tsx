import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useActionState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { beforeEach, expect, test } from 'vitest'
import { ImageUploader } from 'react-cloudflare-images'
import { createWorld, png } from './world.ts'
import type { World } from './world.ts'

let world: World
beforeEach(() => {
  world = createWorld()
})

const inputOf = () => document.querySelector<HTMLInputElement>('input[type=file]')!

/** Chooses a picture and lets it arrive. */
async function addPicture(name: string): Promise<void> {
  const before = world.sendings.length
  await userEvent.upload(inputOf(), png(name))
  await waitFor(() => expect(world.sendings).toHaveLength(before + 1))
  world.sendings[before]!.succeed()
  await waitFor(() =>
    expect(screen.getByText(name).closest('li')).toHaveAttribute(
      'data-status',
      'success',
    ),
  )
}

function ActionForm() {
  const [saved, action] = useActionState(
    async (_: string, form: FormData) =>
      form
        .getAll('photos')
        .map((id) => (typeof id === 'string' ? id : 'a file'))
        .join(),
    '',
  )
  return (
    <form action={action}>
      <ImageUploader multiple name="photos" {...world.options} />
      <button type="submit">Save</button>
      <output data-testid="saved">{saved}</output>
    </form>
  )
}

test('a server action is given the ids, and the form it resets begins anew', async () => {
  render(<ActionForm />)
  await addPicture('a.png')
  await addPicture('b.png')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(screen.getByTestId('saved')).toHaveTextContent('image-1,image-2'),
  )
  await waitFor(() => expect(screen.queryByText('a.png')).toBeNull())
})

function HookForm({ onSaved }: { onSaved: (photos: string[]) => void }) {
  const { control, handleSubmit } = useForm({ defaultValues: { photos: [] as string[] } })
  return (
    <form onSubmit={(event) => void handleSubmit(({ photos }) => onSaved(photos))(event)}>
      <Controller
        name="photos"
        control={control}
        rules={{ validate: (photos) => photos.length > 0 || 'A picture is needed.' }}
        render={({ field: { value, onChange }, fieldState: { error } }) => (
          <>
            <ImageUploader
              multiple
              value={value}
              onValueChange={(ids) => onChange(ids)}
              {...world.options}
            />
            {error && <p role="alert">{error.message}</p>}
          </>
        )}
      />
      <button type="submit">Save</button>
    </form>
  )
}

test('the Controller of react-hook-form holds the ids without an adapter', async () => {
  let saved: string[] = []
  render(
    <HookForm
      onSaved={(photos) => {
        saved = photos
      }}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('A picture is needed.')
  await addPicture('a.png')
  await addPicture('b.png')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(saved).toEqual(['image-1', 'image-2']))
})
