import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { DehydratedState } from '@tanstack/react-query'
import { Suspense } from 'react'
import {
  imageListQueryOptions,
  ResponsiveImage,
  useSuspenseImageList,
} from 'react-cloudflare-images'
import { apiOf } from '../backend.server.ts'

/** Does not wait: the page begins before the list is there, and the list follows in the same answer. */
export function loader({ request }: { request: Request }) {
  const queryClient = new QueryClient()
  void queryClient.prefetchInfiniteQuery(imageListQueryOptions(apiOf(request, 500)))
  return dehydrate(queryClient, { shouldDehydrateQuery: () => true })
}

function Pictures() {
  const { images } = useSuspenseImageList()
  return images.map((image) => (
    <ResponsiveImage
      key={image.id}
      image={image}
      alt={image.filename}
      layout="fixed"
      width={240}
      height={160}
    />
  ))
}

export default function Streamed({ loaderData }: { loaderData: DehydratedState }) {
  return (
    <HydrationBoundary state={loaderData}>
      <Suspense fallback={<p>Loading the pictures</p>}>
        <Pictures />
      </Suspense>
    </HydrationBoundary>
  )
}
