'use client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { use, useRef, useState } from 'react'
import type { JSX } from 'react'
import type { HostedVariantOptions } from '../api/HostedImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { labelOfError } from '../api/labelOfError.ts'
import { DeliveryContext } from '../display/DeliveryContext.ts'
import { imageUrl } from '../url/imageUrl.ts'
import { imageKeys } from './imageKeys.ts'
import { retryPolicy } from './retryPolicy.ts'
import { useManage } from './useManage.ts'
import { useManageLook } from './useManageLook.ts'
import type { LookProps } from './useManageLook.ts'
import { useVariantMutations } from './useVariantMutations.ts'
import { VariantForm } from './VariantForm.tsx'
import { variantManagerLabels } from './variantManagerLabels.ts'
import type { VariantManagerLabels } from './variantManagerLabels.ts'
import { variantsQueryOptions } from './variantsQueryOptions.ts'

/** The parts of the variant manager that take a class name. */
export type VariantManagerPart =
  | 'list'
  | 'item'
  | 'picture'
  | 'name'
  | 'detail'
  | 'form'
  | 'field'
  | 'hint'
  | 'actions'
  | 'button'
  | 'error'

/** Which picture the variants are shown on. */
export interface VariantManagerProps extends LookProps<
  VariantManagerLabels,
  VariantManagerPart
> {
  /** Id of a public picture that shows what each variant does; needs a `delivery`. @default no previews */
  imageId?: string | undefined
}

/**
 * The account's named variants: what each does to a picture, and a form to add and change them; only for those whom the
 * backend's `can` allows it. There are at most a hundred, and they belong to all users of the account.
 *
 * @see https://developers.cloudflare.com/images/manage-images/create-variants/
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { VariantManager } from 'react-cloudflare-images'
 *
 * export const Admin = () => <VariantManager imageId="samples/coast" />
 * ```
 */
export function VariantManager({ imageId, ...props }: VariantManagerProps): JSX.Element {
  const { api, queryClient } = useManage()
  const delivery = use(DeliveryContext)
  const { look, root } = useManageLook(props, {
    name: 'variants',
    english: variantManagerLabels,
  })
  const { labels, errors, part } = look
  const query = useQuery(variantsQueryOptions(api), queryClient)
  const config = useQuery<boolean, ImagesError>(
    {
      queryKey: imageKeys.config(api),
      queryFn: async ({ signal }) =>
        (await api.config({ signal })).flexible_variants === true,
      ...retryPolicy,
    },
    queryClient,
  )
  const flexible = useMutation<unknown, ImagesError, boolean>(
    {
      mutationFn: (on) => api.updateConfig({ flexible_variants: on }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: imageKeys.config(api) }),
    },
    queryClient,
  )
  const { create, update, remove } = useVariantMutations()
  const [edited, setEdited] = useState<string>()
  const variants = query.data && Object.values(query.data)
  const failure = [query, config, create, update, remove, flexible]
    .map(({ error }) => error)
    .find((error) => error !== null)
  // Where the keyboard goes on: the variant whose form was closed, or '' for the button that adds one.
  const left = useRef<string>(undefined)
  const close = () => {
    left.current = edited
    setEdited(undefined)
  }
  const opening = (id: string) => ({
    onClick: () => setEdited(id),
    ref: (opener: HTMLButtonElement | null) => {
      if (!opener || left.current !== id) return
      left.current = undefined
      opener.focus({ preventScroll: true })
    },
  })
  const button = { type: 'button', className: part('button') } as const
  const common = {
    look,
    onCancel: close,
    isPending: create.isPending || update.isPending,
  }

  return (
    <section {...root} aria-label={labels.variants} aria-busy={query.isPending}>
      {query.isPending && <output>{labels.loading}</output>}
      {variants && (
        <ul className={part('list')}>
          {variants.map((variant) => (
            <li key={variant.id} className={part('item')}>
              {imageId !== undefined && delivery && (
                <div className={part('picture')}>
                  <img
                    // A changed variant keeps its URL; only a new element asks again.
                    key={JSON.stringify(variant.options)}
                    src={imageUrl(delivery, imageId, variant.id)}
                    alt={variant.id}
                    loading="lazy"
                  />
                </div>
              )}
              <div className={part('name')}>{variant.id}</div>
              <div className={part('detail')}>{describe(variant.options)}</div>
              {edited === variant.id ? (
                <VariantForm
                  {...common}
                  variant={variant}
                  onSave={(next) => update.mutate(next, { onSuccess: close })}
                />
              ) : (
                <div className={part('actions')}>
                  <button
                    {...button}
                    {...opening(variant.id)}
                    aria-label={labels.edit(variant.id)}
                  >
                    ✎
                  </button>
                  <button
                    {...button}
                    aria-label={labels.delete(variant.id)}
                    data-danger=""
                    onClick={() => {
                      if (!confirm(labels.confirmDelete(variant.id))) return
                      remove.mutate(variant.id, {
                        onSuccess: () => void (left.current = ''),
                      })
                    }}
                  >
                    ✕
                  </button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {edited === '' ? (
        <VariantForm
          {...common}
          variant={undefined}
          onSave={(variant) => create.mutate(variant, { onSuccess: close })}
        />
      ) : (
        (variants ?? !query.error) && (
          <button {...button} {...opening('')}>
            {labels.add}
          </button>
        )
      )}
      {config.data !== undefined && (
        <label className={part('field')} data-kind="switch">
          <input
            type="checkbox"
            checked={flexible.isPending ? flexible.variables : config.data}
            onChange={({ target }) => flexible.mutate(target.checked)}
          />
          {labels.flexible}
          <small className={part('hint')}>{labels.flexibleHint}</small>
        </label>
      )}
      {failure && (
        <p role="alert" className={part('error')}>
          {labelOfError(failure, errors)}{' '}
          {query.error && (
            <button {...button} onClick={() => void query.refetch()}>
              {labels.retry}
            </button>
          )}
        </p>
      )}
    </section>
  )
}

/** Such as `cover, 320 × 240, blur 10`. */
function describe({ fit, width, height, blur }: HostedVariantOptions): string {
  const size = width || height ? `${width ?? '…'} × ${height ?? '…'}` : ''
  return [fit, size, blur ? `blur ${blur}` : ''].filter(Boolean).join(', ')
}
