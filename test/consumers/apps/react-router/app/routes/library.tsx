import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { DehydratedState } from '@tanstack/react-query'
import { ImageGallery, imageListQueryOptions } from 'react-cloudflare-images'
import { apiOf } from '../backend.server.ts'

export async function loader({ request }: { request: Request }) {
  const queryClient = new QueryClient()
  await queryClient.prefetchInfiniteQuery(imageListQueryOptions(apiOf(request)))
  return dehydrate(queryClient)
}

export default function Library({ loaderData }: { loaderData: DehydratedState }) {
  return (
    <HydrationBoundary state={loaderData}>
      <ImageGallery undo selectable searchable />
    </HydrationBoundary>
  )
}
