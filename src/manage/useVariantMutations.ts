'use client'
import { useMutation } from '@tanstack/react-query'
import type { UseMutationResult } from '@tanstack/react-query'
import type { HostedVariant, HostedVariantOptions } from '../api/HostedImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { imageKeys } from './imageKeys.ts'
import { useManage } from './useManage.ts'

/** How a variant changes: what is absent stays. */
export interface VariantUpdate {
  /** The variant's name. */
  id: string
  /** All of its options, as Cloudflare replaces them as a whole. */
  options?: HostedVariantOptions
  /** Whether it serves private images without a signature. */
  neverRequireSignedURLs?: boolean | undefined
}

/** Three mutations, each as `useMutation` returns it. */
export interface VariantMutations {
  create: UseMutationResult<HostedVariant, ImagesError, HostedVariant>
  update: UseMutationResult<HostedVariant, ImagesError, VariantUpdate>
  /** Takes the variant's name; pictures on pages that still use it are gone. */
  remove: UseMutationResult<void, ImagesError, string>
}

/**
 * Creates, changes and deletes the account's named variants; only for those whom the backend's `can` allows it.
 *
 * @see https://developers.cloudflare.com/images/manage-images/create-variants/
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { useVariantMutations } from 'react-cloudflare-images'
 *
 * function AddAvatar() {
 *   const { create } = useVariantMutations()
 *   const avatar = { id: 'avatar', options: { fit: 'cover', width: 192, height: 192 } } as const
 *   return <button onClick={() => create.mutate(avatar)}>Add avatar</button>
 * }
 * ```
 */
export function useVariantMutations(): VariantMutations {
  const { api, queryClient } = useManage()
  const common = {
    mutationKey: imageKeys.variantChange(api),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: imageKeys.variants(api) }),
  }
  return {
    create: useMutation<HostedVariant, ImagesError, HostedVariant>(
      {
        ...common,
        mutationFn: async (variant) => (await api.createVariant(variant)).variant,
      },
      queryClient,
    ),
    update: useMutation<HostedVariant, ImagesError, VariantUpdate>(
      {
        ...common,
        mutationFn: async ({ id, ...patch }) =>
          (await api.updateVariant(id, patch)).variant,
      },
      queryClient,
    ),
    remove: useMutation<void, ImagesError, string>(
      { ...common, mutationFn: (id) => api.deleteVariant(id) },
      queryClient,
    ),
  }
}
