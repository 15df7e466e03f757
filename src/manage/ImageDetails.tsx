'use client'
import { use } from 'react'
import type { JSX } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { labelOfError } from '../api/labelOfError.ts'
import { readImageFacts } from '../api/readImageFacts.ts'
import { DeliveryContext } from '../display/DeliveryContext.ts'
import { DetailsCopy } from './DetailsCopy.tsx'
import { DetailsForm } from './DetailsForm.tsx'
import { nameOf } from './nameOf.ts'
import { imageDetailsLabels } from './imageDetailsLabels.ts'
import type { ImageDetailsLabels } from './imageDetailsLabels.ts'
import { useDeleteImage } from './useDeleteImage.ts'
import { useImage } from './useImage.ts'
import { useManageLook } from './useManageLook.ts'
import type { LookProps } from './useManageLook.ts'
import { wholeSource } from './wholeSource.ts'

/** The parts of the details that take a class name. */
export type ImageDetailsPart =
  | 'picture'
  | 'name'
  | 'facts'
  | 'form'
  | 'field'
  | 'hint'
  | 'copy'
  | 'actions'
  | 'button'
  | 'error'

/** Which picture, what may be done with it, and what to tell. */
export interface ImageDetailsProps extends LookProps<
  ImageDetailsLabels,
  ImageDetailsPart
> {
  /** The picture's id. */
  id: string
  /** Named variant of the preview; needed for private pictures. @default flexible variants, else the first URL that is known */
  variant?: string | undefined
  /** Names of fields of the metadata that can be changed here; each is a text. @default none */
  fields?: readonly string[] | undefined
  /** Whether the picture can be made private and public; your backend's `can` must allow it, too. @default false */
  canChangeAccess?: boolean | undefined
  /** Whether the picture can be deleted. @default true */
  deletable?: boolean | undefined
  /** Milliseconds during which a deletion can be taken back, `true` for eight seconds. @default true */
  undo?: number | boolean | undefined
  /** Where the original can be downloaded, at a route of your own: Cloudflare delivers variants only. @default no link */
  originalUrl?: ((image: CloudflareImage) => string) | undefined
  /** Called with the picture once a change is stored; its id may be a new one. @default none */
  onChange?: ((image: CloudflareImage) => void) | undefined
  /** Called once the picture is gone. @default none */
  onDelete?: ((id: string) => void) | undefined
  /** Called when something could not be stored or deleted; the component says so itself, too. @default none */
  onError?: ((error: ImagesError) => void) | undefined
}

/**
 * One picture and all that can be said of it and done with it: its words and fields, its URLs, who may see it, its deletion.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { useState } from 'react'
 * import { ImageDetails, ImageGallery } from 'react-cloudflare-images'
 *
 * export function Library() {
 *   const [id, setId] = useState<string>()
 *   return (
 *     <>
 *       <ImageGallery onOpen={(image) => setId(image.id)} />
 *       {id !== undefined && <ImageDetails key={id} id={id} onDelete={() => setId(undefined)} />}
 *     </>
 *   )
 * }
 * ```
 */
export function ImageDetails({
  id,
  variant,
  fields = noFields,
  canChangeAccess = false,
  deletable = true,
  undo = true,
  originalUrl,
  onChange,
  onDelete,
  onError,
  ...props
}: ImageDetailsProps): JSX.Element {
  const delivery = use(DeliveryContext)
  const { look, root } = useManageLook(props, {
    name: 'details',
    english: imageDetailsLabels,
  })
  const { labels, errors, part } = look
  const query = useImage(id, variant === undefined ? {} : { urls: [variant] })
  const deletion = useDeleteImage({ undo })
  const { data: image } = query
  const failure = deletion.error ?? (image ? null : query.error)
  const isLeaving = deletion.undoable.includes(id)
  const src = image && !image.draft && wholeSource(image, { variant, delivery })
  const facts = image && readImageFacts(image)

  const remove = () =>
    deletion.mutate(id, {
      onSuccess: (end) => end === 'deleted' && onDelete?.(id),
      onError: (error) => onError?.(error),
    })
  return (
    <div {...root} aria-busy={query.isPending || undefined}>
      {!image && !failure && <output>{labels.loading}</output>}
      {image && (
        <>
          <div className={part('picture')}>
            {src ? (
              <img {...{ src }} alt={nameOf(image)} width={facts?.w} height={facts?.h} />
            ) : (
              <output>{image.draft ? labels.draft : image.filename}</output>
            )}
          </div>
          <div className={part('name')}>{image.filename || image.id}</div>
          <div className={part('facts')}>
            {facts && <span>{labels.dimensions(facts.w, facts.h)}</span>}
            {!image.draft && <span>{labels.uploaded(new Date(image.uploaded))}</span>}
          </div>
          {!image.draft && (
            <>
              <DetailsForm
                key={image.id}
                {...{ image, look, fields, canChangeAccess, onChange, onError }}
              />
              <DetailsCopy {...{ image, look, delivery }} />
            </>
          )}
        </>
      )}
      {failure && (
        <p role="alert" className={part('error')}>
          {labelOfError(failure, errors)}{' '}
          {failure.code !== 'not-found' && (
            <button
              type="button"
              className={part('button')}
              onClick={() => (deletion.error ? remove() : void query.refetch())}
            >
              {labels.retry}
            </button>
          )}
        </p>
      )}
      {image && (
        <div className={part('actions')}>
          {originalUrl && !image.draft && (
            <a
              className={part('button')}
              href={originalUrl(image)}
              download={image.filename}
            >
              {labels.download}
            </a>
          )}
          {isLeaving && <output>{labels.deleted}</output>}
          {(isLeaving || deletable) && (
            // One button for both, so that the keyboard stays on it.
            <button
              type="button"
              className={part('button')}
              data-danger={isLeaving ? undefined : ''}
              onClick={isLeaving ? () => deletion.undo(id) : remove}
            >
              {isLeaving ? labels.undo : labels.delete}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

const noFields: readonly string[] = []
