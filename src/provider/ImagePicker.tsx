'use client'
import { useEffect, useId, useRef, useState } from 'react'
import type { JSX } from 'react'
import type { CloudflareImage, ImageFilters } from '../api/CloudflareImage.ts'
import { GalleryThumbnail } from '../manage/GalleryThumbnail.tsx'
import { ImageGallery } from '../manage/ImageGallery.tsx'
import { nameOf } from '../manage/nameOf.ts'
import { useImage } from '../manage/useImage.ts'
import { useManageLook } from '../manage/useManageLook.ts'
import type { LookProps } from '../manage/useManageLook.ts'
import { ImageUploader } from '../upload/ImageUploader.tsx'
import { pickerLabels } from './pickerLabels.ts'
import type { PickerLabels } from './pickerLabels.ts'

/** The parts of a picker that take a class name. */
export type ImagePickerPart =
  | 'chosen'
  | 'thumbnail'
  | 'button'
  | 'dialog'
  | 'title'
  | 'body'
  | 'actions'

/** How many pictures are chosen, from which, and whom to tell. */
export interface ImagePickerProps extends LookProps<PickerLabels, ImagePickerPart> {
  /** Whether more than one picture may be chosen. @default false */
  multiple?: boolean | undefined
  /** Ids of the chosen pictures, where the app keeps them. @default kept here */
  value?: readonly string[] | undefined
  /** Ids that are chosen at first, where the picker keeps them. @default none */
  defaultValue?: readonly string[] | undefined
  /** Called with the ids when the choice was made or a picture taken out. @default none */
  onValueChange?: ((ids: string[]) => void) | undefined
  /** Name of the form's field; each chosen picture sends one, with its id. @default none */
  name?: string | undefined
  /** Whether a form needs at least one picture. @default false */
  required?: boolean | undefined
  /** Which pictures there are to choose from. @default all of the user's */
  filters?: ImageFilters | undefined
  /** Named variant for the thumbnails; needed for private pictures. @default squares cut to size by flexible variants */
  variant?: string | undefined
  /** Whether pictures can be uploaded in the dialog; they are chosen at once. @default true */
  uploadable?: boolean | undefined
}

/**
 * A field whose value is pictures of the user: a button that opens their library in a dialog, to choose from it or to
 * upload into it. The dialog is the browser's own: Escape closes it, and the focus comes back.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { ImagePicker, ImagesProvider } from 'react-cloudflare-images'
 *
 * export const Profile = () => (
 *   <ImagesProvider endpoint="/api/images">
 *     <form>
 *       <ImagePicker name="avatar" required />
 *       <button>Save</button>
 *     </form>
 *   </ImagesProvider>
 * )
 * ```
 */
export function ImagePicker({
  multiple = false,
  value,
  defaultValue = noIds,
  onValueChange,
  name,
  required = false,
  filters,
  variant,
  uploadable = true,
  ...props
}: ImagePickerProps): JSX.Element {
  const { look, root } = useManageLook(props, { name: 'picker', english: pickerLabels })
  const { labels, part } = look
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [own, setOwn] = useState(defaultValue)
  const ids = value ?? own
  const [draft, setDraft] = useState<readonly string[]>()
  const isOpen = draft !== undefined
  // What is drawn in it must be there before it opens: the browser looks for what takes the focus.
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
  }, [isOpen])

  const change = (next: readonly string[]) => {
    setOwn(next)
    onValueChange?.([...next])
  }
  const close = () => dialog.current?.close()
  const onUploaded = (_ids: string[], images: CloudflareImage[]) => {
    const uploaded = images.map(({ id }) => id)
    setDraft((before = []) =>
      multiple ? [...new Set([...before, ...uploaded])] : uploaded.slice(-1),
    )
  }
  const button = { type: 'button', className: part('button') } as const
  return (
    <div {...root}>
      {ids.length > 0 && (
        <div className={part('chosen')}>
          {ids.map((id) => (
            <ChosenPicture
              key={id}
              {...{ id, variant }}
              label={labels.remove}
              className={part('thumbnail')}
              onRemove={() => change(ids.filter((each) => each !== id))}
            />
          ))}
        </div>
      )}
      <button {...button} aria-haspopup="dialog" onClick={() => setDraft(ids)}>
        {labels.open(ids.length, multiple)}
      </button>
      {name !== undefined &&
        ids.map((id) => <input key={id} type="hidden" {...{ name }} value={id} />)}
      {required && ids.length === 0 && (
        <input
          required
          tabIndex={-1}
          aria-label={labels.required}
          className="rci-picker-required"
          value=""
          onChange={() => {}}
          onInvalid={({ currentTarget }) =>
            currentTarget.setCustomValidity(labels.required)
          }
        />
      )}
      <dialog
        ref={dialog}
        className={part('dialog')}
        aria-labelledby={titleId}
        onClose={() => setDraft(undefined)}
      >
        {draft && (
          <>
            <h2 id={titleId} className={part('title')}>
              {labels.title(multiple)}
            </h2>
            <div className={part('body')}>
              {uploadable && (
                <ImageUploader
                  {...{ multiple }}
                  theme={props.theme}
                  labels={{ choose: () => labels.upload(multiple) }}
                  unstyled={props.unstyled}
                  onValueChange={onUploaded}
                />
              )}
              <ImageGallery
                {...{ filters, variant }}
                theme={props.theme}
                unstyled={props.unstyled}
                deletable={false}
                searchable
                selectable={multiple || 'one'}
                selected={draft}
                onSelectedChange={setDraft}
              />
            </div>
            <div className={part('actions')}>
              <button {...button} onClick={close}>
                {labels.cancel}
              </button>
              <button
                {...button}
                data-main=""
                disabled={draft.length === 0}
                onClick={() => {
                  change(draft)
                  close()
                }}
              >
                {labels.choose(draft.length)}
              </button>
            </div>
          </>
        )}
      </dialog>
    </div>
  )
}

const noIds: readonly string[] = []

interface ChosenPictureProps {
  id: string
  variant: string | undefined
  label: string
  className: string | undefined
  onRemove: () => void
}

function ChosenPicture({ id, variant, label, className, onRemove }: ChosenPictureProps) {
  const { data: image } = useImage(id, variant === undefined ? {} : { urls: [variant] })
  const name = image ? nameOf(image) : id
  return (
    <div {...{ className }}>
      <GalleryThumbnail {...{ image, name, variant }} />
      <button type="button" aria-label={`${label}: ${name}`} onClick={onRemove}>
        ✕
      </button>
    </div>
  )
}
