import type { Mint } from '../api/CloudflareImage.ts'
import { describeNewImage } from './describeNewImage.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { parseMintRequest } from './parseMintRequest.ts'
import { readJson } from './readJson.ts'

/** Reserves an id and a one-time upload URL for the user: one call to Cloudflare, one more where `idFor` chooses. */
export async function mintImage<TUser extends ImagesUser>(
  call: HandlerCall<TUser>,
): Promise<Mint> {
  const { user, options, request } = call
  const { images, on, expiresIn = 300 } = options
  const file = parseMintRequest(await readJson(request), options.accept)
  const described = await describeNewImage(call, file)
  const expiresAt = new Date(Date.now() + expiresIn * 1000).toISOString()
  const { id, uploadURL } = await images.createDirectUpload({ ...described, expiresIn })
  await on?.minted?.({ user, id, file })
  return { id, uploadURL, expiresAt }
}
