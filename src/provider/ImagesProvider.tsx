'use client'
import { QueryClientContext } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { use, useMemo } from 'react'
import type { ReactNode } from 'react'
import type { ImagesApi } from '../api/ImagesApi.ts'
import type { Theme } from '../api/Theme.ts'
import { CspContext } from '../display/CspContext.ts'
import { DeliveryContext } from '../display/DeliveryContext.ts'
import { ManageContext } from '../manage/ManageContext.ts'
import { UploadContext } from '../upload/UploadContext.ts'
import type { Delivery } from '../url/Delivery.ts'
import { BackendContext } from './BackendContext.ts'
import type { Labels } from './Labels.ts'
import { useBackend } from './useBackend.ts'
import { useJoin } from './useJoin.ts'
import { useSession } from './useSession.ts'

/** What the parts below the provider share. All is optional: the defaults speak to `/api/images` on the same origin. */
export interface ImagesProviderProps {
  /** The app. @default none */
  children?: ReactNode
  /** The client of your backend, where it needs headers, credentials or a `fetch` of its own; else give `endpoint`. @default a client of `endpoint` */
  api?: ImagesApi | undefined
  /** URL prefix that your backend serves. @default '/api/images' */
  endpoint?: string | undefined
  /** Where images are delivered from, as `defineDelivery` makes it; components below need no `delivery` of their own. @default none */
  delivery?: Delivery | undefined
  /** Looks of every component below: a scheme, or tokens. @default the page's own `color-scheme`, and ours */
  theme?: Theme | undefined
  /** Words of every component below; what is missing stays English. @default {} */
  labels?: Labels | undefined
  /**
   * Renders without `style` attributes, for pages whose CSP forbids them: without placeholders, and with the tokens of
   * a theme left to your stylesheet.
   *
   * @default false
   */
  csp?: boolean | undefined
  /** Keeps lists and images. @default the client of the `QueryClientProvider` above, or one of our own */
  queryClient?: QueryClient | undefined
  /**
   * Who is signed in, such as a user's id: when it changes, uploads are aborted and what was fetched is forgotten.
   *
   * @default nobody in particular
   */
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
  api,
  endpoint,
  delivery: givenDelivery,
  theme: givenTheme,
  labels: givenLabels,
  csp: givenCsp,
  queryClient,
  session,
}: ImagesProviderProps): ReactNode {
  const backend = useBackend({ api, endpoint, queryClient })
  const generation = useSession(session, backend)
  useJoin(backend)

  const appClient = use(QueryClientContext)
  const above = use(UploadContext)
  const delivery = givenDelivery ?? above.delivery
  const theme = givenTheme ?? above.theme
  const labels = givenLabels ?? above.labels
  const csp = givenCsp ?? above.csp ?? false

  const manage = useMemo(
    () => ({ ...backend, theme, labels, generation }),
    [backend, theme, labels, generation],
  )
  const upload = useMemo(
    () => ({ ...backend, delivery, theme, labels, csp }),
    [backend, delivery, theme, labels, csp],
  )
  return (
    <QueryClientContext value={appClient ?? backend.queryClient}>
      <BackendContext value={backend}>
        <CspContext value={csp}>
          <DeliveryContext value={delivery}>
            <UploadContext value={upload}>
              <ManageContext value={manage}>{children}</ManageContext>
            </UploadContext>
          </DeliveryContext>
        </CspContext>
      </BackendContext>
    </QueryClientContext>
  )
}
