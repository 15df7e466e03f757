import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  useDirectUpload,
  useUpload,
  useUploadIds,
  useUploads,
} from 'react-cloudflare-images'
import { expect, userEvent, waitFor } from 'storybook/test'
import { picture } from './picture.ts'

/** Looks of your own around the hook: it gives files, statuses and actions, and no markup. */
function Uploads() {
  const { uploads, progress, isPending, getRootProps, getInputProps, open, remove } =
    useDirectUpload()
  return (
    <div {...getRootProps()}>
      <input {...getInputProps()} tabIndex={-1} aria-hidden="true" />
      <button type="button" onClick={open}>
        Choose pictures
      </button>
      {isPending && <progress aria-label="All pictures" value={progress.ratio} />}
      <ul>
        {uploads.map(({ id, name, status }) => (
          <li key={id} data-status={status}>
            {name}: {status}{' '}
            <button type="button" onClick={() => remove(id)}>
              Remove {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A row that renders alone while its bytes move. */
function Row({ id }: { id: string }) {
  const upload = useUpload(id)
  if (!upload) return null
  return (
    <li data-status={upload.status}>
      {upload.name}{' '}
      {upload.status === 'uploading' && (
        <progress aria-label={upload.name} value={upload.progress} />
      )}
    </li>
  )
}

/** A tray that stands anywhere under the provider, far from what uploads. */
function Tray() {
  const ids = useUploadIds()
  const done = useUploads(
    (uploads) => uploads.filter(({ status }) => status === 'success').length,
  )
  return (
    <aside aria-label="Tray">
      <p>
        {done} of {ids.length} done
      </p>
      <ul>
        {ids.map((id) => (
          <Row key={id} id={id} />
        ))}
      </ul>
    </aside>
  )
}

const meta = { component: Uploads } satisfies Meta<typeof Uploads>
export default meta
type Story = StoryObj<typeof meta>

const inputOf = (element: HTMLElement) =>
  element.querySelector<HTMLInputElement>('input[type=file]')!

/** A list of your own. */
export const OwnMarkup: Story = {
  play: async ({ canvas, canvasElement }) => {
    await userEvent.upload(inputOf(canvasElement), await picture('own.png'))
    await canvas.findByText(/own\.png: success/, undefined, { timeout: 20_000 })
    await userEvent.click(canvas.getByRole('button', { name: 'Remove own.png' }))
    await expect(canvas.queryByText(/own\.png/)).toBeNull()
  },
}

/** Uploads here, a tray there. */
export const TrayAnywhere: Story = {
  render: () => (
    <>
      <Uploads />
      <Tray />
    </>
  ),
  play: async ({ canvas, canvasElement }) => {
    const files = [await picture('one.png'), await picture('two.png')]
    await userEvent.upload(inputOf(canvasElement), files)
    await canvas.findByText('2 of 2 done', undefined, { timeout: 20_000 })
    await waitFor(() =>
      expect(canvasElement.querySelectorAll('aside [data-status=success]')).toHaveLength(
        2,
      ),
    )
  },
}
