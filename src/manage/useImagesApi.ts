'use client'
import type { ImagesApi } from '../api/ImagesApi.ts'
import { useManage } from './useManage.ts'

/**
 * The client of the backend that `ImagesProvider` was given, for calls and query options of your own.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { useSuspenseQuery } from '@tanstack/react-query'
 * import { imageQueryOptions, useImagesApi } from 'react-cloudflare-images'
 *
 * function Filename({ id }: { id: string }) {
 *   const { data } = useSuspenseQuery(imageQueryOptions(useImagesApi(), id))
 *   return <p>{data.filename}</p>
 * }
 * ```
 */
export function useImagesApi(): ImagesApi {
  return useManage().api
}
