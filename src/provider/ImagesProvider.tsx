'use client'
import {
  QueryClient,
  QueryClientContext,
  QueryClientProvider,
} from '@tanstack/react-query'
import { use, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { createImagesApi } from '../api/createImagesApi.ts'
import type { ImagesApi } from '../api/ImagesApi.ts'
import type { Theme } from '../api/Theme.ts'
import { CspContext } from '../display/CspContext.ts'
import { DeliveryContext } from '../display/DeliveryContext.ts'
import { createUndoWindows } from '../manage/createUndoWindows.ts'
import { ManageContext } from '../manage/ManageContext.ts'
import type { Delivery } from '../url/Delivery.ts'
import type { Labels } from './Labels.ts'

/** What the parts below the provider share. All is optional: the defaults speak to `/api/images` on the same origin. */
export interface ImagesProviderProps {
  /** The app. */
  children?: ReactNode
  /** The client of your backend, where it needs headers, credentials or a `fetch` of its own; else give `endpoint`. */
  api?: ImagesApi | undefined
  /** URL prefix that your backend serves. @default '/api/images' */
  endpoint?: string | undefined
  /** Where images are delivered from, as `defineDelivery` makes it; components below need no `delivery` of their own. */
  delivery?: Delivery | undefined
  /** Looks of every component below: a scheme, or tokens. @default 'system' */
  theme?: Theme | undefined
  /** Words of every component below; what is missing stays English. */
  labels?: Labels | undefined
  /** Renders without `style` attributes, for pages whose CSP forbids them; placeholders are left out. @default false */
  csp?: boolean | undefined
  /** Keeps lists and images. @default the client of the `QueryClientProvider` above, or one of our own */
  queryClient?: QueryClient | undefined
  /** Who is signed in, such as a user's id: when it changes, uploads are aborted and what was fetched is forgotten. */
  session?: string | number | null | undefined
}

/**
 * Fills what uploading, managing and displaying images have in common, and joins them: a picture that was uploaded
 * anywhere below is in every list below.
 *
 * @example
 * ```tsx
 * import { ImageGallery, ImagesProvider, ImageUploader } from 'react-cloudflare-images'
 *
 * export const App = () => (
 *   <ImagesProvider endpoint="/api/images">
 *     <ImageUploader multiple />
 *     <ImageGallery />
 *   </ImagesProvider>
 * )
 * ```
 */
export function ImagesProvider({
  children,
  api: givenApi,
  endpoint,
  delivery,
  theme,
  labels,
  csp = false,
  queryClient: givenClient,
}: ImagesProviderProps): ReactNode {
  const appClient = use(QueryClientContext)
  const [ownClient] = useState(() => new QueryClient())
  const queryClient = givenClient ?? appClient ?? ownClient
  const api = useMemo(
    () => givenApi ?? createImagesApi({ endpoint }),
    [givenApi, endpoint],
  )
  const [undoWindows] = useState(createUndoWindows)
  const manage = useMemo(
    () => ({ api, queryClient, undoWindows, theme, labels }),
    [api, queryClient, undoWindows, theme, labels],
  )
  const filled = (
    <CspContext value={csp}>
      <DeliveryContext value={delivery}>
        <ManageContext value={manage}>{children}</ManageContext>
      </DeliveryContext>
    </CspContext>
  )
  return appClient ? (
    filled
  ) : (
    <QueryClientProvider client={queryClient}>{filled}</QueryClientProvider>
  )
}
