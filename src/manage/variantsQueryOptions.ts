import type { DataTag, QueryFunction } from '@tanstack/react-query'
import type { HostedVariant } from '../api/HostedImage.ts'
import type { ImagesApi } from '../api/ImagesApi.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { imageKeys } from './imageKeys.ts'
import { retryPolicy } from './retryPolicy.ts'

type VariantsKey = ReturnType<typeof imageKeys.variants>
type Variants = Readonly<Record<string, HostedVariant>>

/** Options for `useQuery` and the like. */
export interface VariantsQueryOptions {
  queryKey: DataTag<VariantsKey, Variants, ImagesError>
  queryFn: QueryFunction<Variants, VariantsKey>
  retry: (failures: number, error: ImagesError) => boolean
  retryDelay: (failures: number, error: ImagesError) => number
}

/**
 * The account's named variants by name; only for those whom the backend's `can` allows it.
 *
 * @see https://developers.cloudflare.com/images/manage-images/create-variants/
 *
 * @example
 * ```tsx
 * import { useQuery } from '@tanstack/react-query'
 * import { useImagesApi, variantsQueryOptions } from 'react-cloudflare-images'
 *
 * function VariantNames() {
 *   const { data = {} } = useQuery(variantsQueryOptions(useImagesApi()))
 *   return <p>{Object.keys(data).join(', ')}</p>
 * }
 * ```
 */
export function variantsQueryOptions(api: ImagesApi): VariantsQueryOptions {
  return {
    queryKey: imageKeys.variants(api) as VariantsQueryOptions['queryKey'], // the tag exists in types only
    queryFn: async ({ signal }) => (await api.variants({ signal })).variants,
    ...retryPolicy,
  }
}
