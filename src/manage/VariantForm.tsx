import type { FormEvent, JSX } from 'react'
import type { HostedVariant, HostedVariantOptions } from '../api/HostedImage.ts'
import type { VariantManagerPart } from './VariantManager.tsx'
import type { VariantManagerLabels } from './variantManagerLabels.ts'
import type { ManageLook } from './useManageLook.ts'

interface VariantFormProps {
  look: ManageLook<VariantManagerLabels, VariantManagerPart>
  /** The variant that is changed; absent for a new one. */
  variant: HostedVariant | undefined
  isPending: boolean
  onSave: (variant: HostedVariant) => void
  onCancel: () => void
}

/** All that Cloudflare knows of a variant, in fields. */
export function VariantForm({
  look: { labels, part },
  variant,
  isPending,
  onSave,
  onCancel,
}: VariantFormProps): JSX.Element {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isPending) return
    onSave(readVariant(new FormData(event.currentTarget), variant))
  }
  const { options } = variant ?? {}
  const field = (label: string, control: JSX.Element) => (
    <label className={part('field')}>
      {label}
      {control}
    </label>
  )
  const number = (name: keyof HostedVariantOptions, max: number, min = 1) => (
    <input
      type="number"
      step={name === 'blur' ? 'any' : 1}
      {...{ name, min, max }}
      defaultValue={options?.[name]}
      required={name === 'width' || name === 'height'}
    />
  )
  const choice = (name: 'fit' | 'metadata', values: readonly string[]) => (
    <select {...{ name }} defaultValue={options?.[name] ?? values[0]}>
      {values.map((value) => (
        <option key={value}>{value}</option>
      ))}
    </select>
  )
  return (
    <form ref={begin} className={part('form')} {...{ onSubmit }}>
      {!variant &&
        field(
          labels.name,
          <input name="name" required maxLength={99} pattern="[a-zA-Z0-9]+" />,
        )}
      {field(labels.fit, choice('fit', fits))}
      {field(labels.width, number('width', 9999))}
      {field(labels.height, number('height', 9999))}
      {field(labels.blur, number('blur', 250, 0))}
      {field(labels.browserTtl, number('browser_ttl', 31_536_000, 0))}
      {field(labels.metadata, choice('metadata', kept))}
      <label className={part('field')} data-kind="switch">
        <input
          type="checkbox"
          name="public"
          defaultChecked={variant?.neverRequireSignedURLs ?? false}
        />
        {labels.isPublic}
      </label>
      <div className={part('actions')}>
        <button type="submit" className={part('button')} aria-disabled={isPending}>
          {labels.save}
        </button>
        <button type="button" className={part('button')} onClick={onCancel}>
          {labels.cancel}
        </button>
      </div>
    </form>
  )
}

/** Who opened the form writes in it next. */
const begin = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>('input, select')?.focus()

const fits = ['scale-down', 'contain', 'cover', 'crop', 'pad'] as const
const kept = ['none', 'copyright', 'keep'] as const

function readVariant(form: FormData, before: HostedVariant | undefined): HostedVariant {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const number = (name: string) => (text(name) === '' ? undefined : Number(text(name)))
  return {
    id: before?.id ?? text('name'),
    options: {
      fit: fits.find((fit) => fit === text('fit')),
      metadata: kept.find((what) => what === text('metadata')),
      width: number('width'),
      height: number('height'),
      // Without the field Cloudflare would keep the blur that there was.
      blur: number('blur') ?? (before?.options.blur ? 0 : undefined),
      browser_ttl: number('browser_ttl'),
    },
    neverRequireSignedURLs: form.has('public'),
  }
}
