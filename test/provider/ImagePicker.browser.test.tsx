import { QueryClient } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { createImagesApi, ImagePicker, ImagesProvider } from 'react-cloudflare-images'
import type { ImagePickerProps, ImagesApi } from 'react-cloudflare-images'
import 'react-cloudflare-images/styles.css'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { delivery } from '../../stories/delivery.ts'
import { painting, uploadPainting } from '../../stories/manage/uploadPainting.ts'

afterEach(cleanup)

function show(api: ImagesApi, props: ImagePickerProps = {}) {
  const submitted: FormDataEntryValue[][] = []
  render(
    <ImagesProvider {...{ api, delivery }} queryClient={new QueryClient()}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submitted.push(new FormData(event.currentTarget).getAll('photo'))
        }}
      >
        <ImagePicker name="photo" {...props} />
        <button>Save</button>
      </form>
    </ImagesProvider>,
  )
  return submitted
}

const visitor = () => createImagesApi({ headers: { 'x-demo-user': crypto.randomUUID() } })

test('chooses a picture by keyboard alone, and a form sends its id', async () => {
  const api = visitor()
  await uploadPainting(api, 'one.png')
  const id = await uploadPainting(api, 'two.png')
  const submitted = show(api, { required: true })
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(submitted).toEqual([])

  const trigger = screen.getByRole('button', { name: 'Choose a picture' })
  trigger.focus()
  await userEvent.keyboard('{Enter}')
  const dialog = screen.getByRole('dialog', { name: 'Choose a picture' })
  const tile = await within(dialog).findByRole('gridcell', { name: /^two.png/ })
  for (let at = 0; at < 8 && document.activeElement !== tile; at++) await userEvent.tab()
  expect(tile).toHaveFocus()
  await userEvent.keyboard(' ')
  expect(tile).toHaveAttribute('aria-selected', 'true')
  const choose = within(dialog).getByRole('button', { name: 'Choose' })
  for (let at = 0; at < 8 && document.activeElement !== choose; at++)
    await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole('button', { name: 'Change' })).toHaveFocus()
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(submitted).toEqual([[id]])
})

test('leaves the choice as it was when the dialog is closed with Escape', async () => {
  const api = visitor()
  const id = await uploadPainting(api, 'one.png')
  await uploadPainting(api, 'two.png')
  const submitted = show(api, { multiple: true, defaultValue: [id] })
  await userEvent.click(screen.getByRole('button', { name: 'Change' }))
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select two.png' }))
  expect(screen.getByRole('button', { name: 'Choose 2 pictures' })).toBeEnabled()
  await userEvent.keyboard('{Escape}')
  if (screen.queryByRole('dialog')) await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(submitted).toEqual([[id]])
})

test('uploads in the dialog, chooses what was uploaded, and takes it out again', async () => {
  const api = visitor()
  const chosen: string[][] = []
  show(api, { multiple: true, onValueChange: (ids) => chosen.push(ids) })
  await userEvent.click(screen.getByRole('button', { name: 'Choose pictures' }))
  const dialog = screen.getByRole('dialog')
  const input = dialog.querySelector<HTMLInputElement>('input[type=file]')!
  await userEvent.upload(input, [await painting('bay.png'), await painting('cape.png')])
  const choose = await within(dialog).findByRole(
    'button',
    { name: 'Choose 2 pictures' },
    { timeout: 10_000 },
  )
  await userEvent.click(choose)
  const { images } = await api.list()
  expect(chosen.at(-1)?.toSorted()).toEqual(images.map(({ id }) => id).toSorted())
  await userEvent.click(
    await screen.findByRole('button', { name: 'Remove picture: bay.png' }),
  )
  const kept = images.find(({ filename }) => filename === 'cape.png')!
  expect(chosen.at(-1)).toEqual([kept.id])
})
