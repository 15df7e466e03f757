import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { describeNewImage } from './describeNewImage.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { invalidRequest } from './invalidRequest.ts'
import { readJson } from './readJson.ts'
import { toClientImage } from './toClientImage.ts'

/** Has Cloudflare fetch a picture for the user. This server never fetches it, so it can be led nowhere. */
export async function importImage<TUser extends ImagesUser>(
  call: HandlerCall<TUser>,
): Promise<CloudflareImage> {
  const { user, options, request } = call
  const { images, on } = options
  if (!images.importFromUrl) {
    throw new ImagesError('not-supported', 'This backend cannot import from URLs.')
  }
  const { url, metadata } = await readJson(request)
  const { href, pathname } = publicUrl(url)
  const filename = pathname.split('/').at(-1) || 'image'
  const file = { filename, type: '', size: 0, metadata: metadata as undefined } // checked by checkMetadata
  const image = await images.importFromUrl(href, await describeNewImage(call, file))
  const shown = toClientImage(image)
  await on?.uploaded?.({ user, image: shown })
  return shown
}

/** An https URL of a named host: no address, no file, no machine of a local network. */
function publicUrl(text: unknown): URL {
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined
  const isPublic = url?.protocol === 'https:' && /\.[a-z][a-z\d-]*\.?$/.test(url.hostname)
  if (!url || !isPublic) throw invalidRequest('url: must be https, of a public host.')
  return url
}
