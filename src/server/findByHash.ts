import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { invalidRequest } from './invalidRequest.ts'
import { toClientImage } from './toClientImage.ts'

/** The user's own image with the same bytes, where they uploaded them before. */
export async function findByHash<TUser extends ImagesUser>({
  query,
  user,
  options,
  signal,
}: HandlerCall<TUser>): Promise<{ image?: CloudflareImage }> {
  const sha = query.get('sha') ?? ''
  if (!/^[\da-f]{64}$/.test(sha)) throw invalidRequest('sha: must be 64 hex digits.')
  const { images } = await options.images.list({
    creator: user.id,
    meta: { 'rci.sha[eq:string]': sha },
    limit: 1,
    signal,
  })
  const image = images.find(({ creator }) => creator === user.id)
  return image ? { image: toClientImage(image) } : {}
}
