'use client'
import { useId } from 'react'
import type { FormEvent, JSX } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { labelOfError } from '../api/labelOfError.ts'
import { readImageFacts } from '../api/readImageFacts.ts'
import type { ImageDetailsPart } from './ImageDetails.tsx'
import type { ImageDetailsLabels } from './imageDetailsLabels.ts'
import type { ManageLook } from './useManageLook.ts'
import { useUpdateImage } from './useUpdateImage.ts'

interface DetailsFormProps {
  image: CloudflareImage
  look: ManageLook<ImageDetailsLabels, ImageDetailsPart>
  fields: readonly string[]
  canChangeAccess: boolean
  onChange: ((image: CloudflareImage) => void) | undefined
  onError: ((error: ImagesError) => void) | undefined
}

/** What can be changed of a picture: its words, fields of its metadata, who may see it. */
export function DetailsForm({
  image,
  look: { labels, errors, part },
  fields,
  canChangeAccess,
  onChange,
  onError,
}: DetailsFormProps): JSX.Element {
  const formId = useId()
  const { mutate, isPending, isSuccess, error } = useUpdateImage()
  const alt = readImageFacts(image)?.alt ?? ''

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const changed = fields.filter(
      (field) => text(`meta ${field}`) !== valueOf(image, field),
    )
    const isPrivate = form.has('private')
    mutate(
      {
        id: image.id,
        ...(text('alt') !== alt && { alt: text('alt') || null }),
        ...(changed.length > 0 && {
          metadata: Object.fromEntries(
            changed.map((field) => [field, text(`meta ${field}`) || null]),
          ),
        }),
        ...(canChangeAccess &&
          isPrivate !== image.requireSignedURLs && { requireSignedURLs: isPrivate }),
      },
      { onSuccess: (next) => onChange?.(next), onError: (failure) => onError?.(failure) },
    )
  }
  return (
    <form className={part('form')} {...{ onSubmit }}>
      {/* Facts stand on the picture's size; without one there is nothing to keep the words in. */}
      {readImageFacts(image) && (
        <label className={part('field')}>
          {labels.alt}
          <textarea
            name="alt"
            rows={2}
            defaultValue={alt}
            aria-describedby={`${formId}-alt`}
          />
          <small id={`${formId}-alt`} className={part('hint')}>
            {labels.altHint}
          </small>
        </label>
      )}
      {fields.map((field) => (
        <label key={field} className={part('field')}>
          {field}
          <input name={`meta ${field}`} defaultValue={valueOf(image, field)} />
        </label>
      ))}
      {canChangeAccess && (
        <label className={part('field')} data-kind="switch">
          <input
            type="checkbox"
            name="private"
            defaultChecked={image.requireSignedURLs}
            aria-describedby={`${formId}-private`}
          />
          {labels.isPrivate}
          <small id={`${formId}-private`} className={part('hint')}>
            {labels.privateHint}
          </small>
        </label>
      )}
      <div className={part('actions')}>
        <button type="submit" className={part('button')} aria-disabled={isPending}>
          {labels.save}
        </button>
        <output>{isPending ? labels.saving : isSuccess ? labels.saved : ''}</output>
      </div>
      {error && (
        <p role="alert" className={part('error')}>
          {labelOfError(error, errors)}
        </p>
      )}
    </form>
  )
}

function valueOf(image: CloudflareImage, field: string): string {
  const value = image.meta[field]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
