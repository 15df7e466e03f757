import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  useDirectUpload,
  useUpload,
  useUploadIds,
  useUploads,
} from 'react-cloudflare-images'
import { expect, userEvent, waitFor } from 'storybook/test'
import './own.css'
import { picture } from './picture.ts'
import { inputOf, patience, statusesOf } from './rows.ts'

/** Looks of your own around the hook: it gives files, statuses and actions, and no markup. */
function Uploads() {
  const { uploads, progress, isPending, getRootProps, getInputProps, open, remove } =
    useDirectUpload()
  return (
    <div {...getRootProps({ className: 'own' })}>
      <input {...getInputProps()} tabIndex={-1} aria-hidden="true" />
      <button type="button" onClick={open}>
        Choose pictures
      </button>
      {isPending && <progress aria-label="All pictures" value={progress.ratio} />}
      <ul>
        {uploads.map(({ id, name, status }) => (
          <li key={id} data-status={status}>
            <span>
              {name}: {status}
            </span>
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
      <span>{upload.name}</span>
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
    <aside className="own" aria-label="Tray">
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

/** Rows in an order of one's own, before and after they have gone up. */
function Ordered() {
  const { uploads, reorder, getRootProps, getInputProps, open } = useDirectUpload()
  const moveUp = (at: number) => {
    const ids = uploads.map(({ id }) => id)
    reorder([...ids.slice(0, at - 1), ids[at]!, ids[at - 1]!])
  }
  return (
    <div {...getRootProps({ className: 'own' })}>
      <input {...getInputProps()} tabIndex={-1} aria-hidden="true" />
      <button type="button" onClick={open}>
        Choose pictures
      </button>
      <ol>
        {uploads.map(({ id, name, status }, at) => (
          <li key={id} data-status={status}>
            <span>{name}</span>
            {at > 0 && (
              <button type="button" onClick={() => moveUp(at)}>
                Move {name} up
              </button>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

const meta = { component: Uploads } satisfies Meta<typeof Uploads>
export default meta
type Story = StoryObj<typeof meta>

/** A list of your own. */
export const OwnMarkup: Story = {
  play: async ({ canvas, canvasElement }) => {
    const files = [await picture('Coast.png'), await picture('Harbour.png')]
    await userEvent.upload(inputOf(canvasElement), files)
    await canvas.findByText('Coast.png: success', undefined, patience)
    await canvas.findByText('Harbour.png: success', undefined, patience)
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Coast.png' }))
    await expect(statusesOf(canvasElement)).toEqual(['success'])
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
    await canvas.findByText('2 of 2 done', undefined, patience)
    await waitFor(() =>
      expect(canvasElement.querySelectorAll('aside [data-status=success]')).toHaveLength(
        2,
      ),
    )
  },
}

/** What is moved keeps its upload, and its place. */
export const Reordered: Story = {
  render: () => <Ordered />,
  play: async ({ canvas, canvasElement }) => {
    const files = [await picture('one.png'), await picture('two.png')]
    await userEvent.upload(inputOf(canvasElement), files)
    await userEvent.click(await canvas.findByRole('button', { name: 'Move two.png up' }))
    await waitFor(() =>
      expect(canvas.getAllByRole('listitem').at(0)).toHaveTextContent('two.png'),
    )
    await waitFor(
      () => expect(statusesOf(canvasElement)).toEqual(['success', 'success']),
      patience,
    )
  },
}
