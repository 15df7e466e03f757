import { isDevelopment } from '#development'
import { readEnvelope } from '../api/envelope.ts'
import type { ImagesErrorCode } from '../api/errorCodes.ts'
import type { HostedImage } from '../api/HostedImage.ts'
import { ImagesError, isImagesError } from '../api/ImagesError.ts'

/**
 * What the upload host says it has stored.
 *
 * Production answers with Cloudflare's envelope, the local upload host of `wrangler dev` with `{ id, success: true }`.
 *
 * @throws ImagesError
 * @see https://developers.cloudflare.com/images/storage/upload-images/methods/direct-creator-upload/
 */
export async function readHostAnswer(response: Response): Promise<StoredImage> {
  const short = await response
    .clone()
    .json()
    .catch(() => undefined)
  if (response.ok && short?.success === true && isId(short.id)) return { id: short.id }
  try {
    const image = await readEnvelope<HostedImage>(response)
    if (isId(image?.id)) return image
  } catch (error) {
    throw isImagesError(error) ? asHostError(error, short?.success === false) : error
  }
  throw new ImagesError(
    'bad-response',
    isDevelopment
      ? `The upload host answered ${response.status} without the id of an image. Whether the file arrived is not certain. Check the upload URL that the backend hands out.`
      : 'no id',
    { status: response.status },
  )
}

/** What is known of a stored image; production tells all, local tools perhaps its id alone. */
export type StoredImage = { id: string } & {
  [field in 'filename' | 'uploaded' | 'requireSignedURLs' | 'meta' | 'variants']?:
    | HostedImage[field]
    | undefined
}

/**
 * At the upload host a status speaks of the one-time URL. The statuses are those of Cloudflare's local upload host;
 * production's are not documented.
 */
function asHostError(error: ImagesError, refused: boolean): ImagesError {
  const code = hostCode(error, refused)
  if (code === error.code) return error
  const { message, status, retryAfter, cloudflareCode, ray } = error
  return new ImagesError(code, message, {
    cause: error,
    status,
    retryAfter,
    cloudflareCode,
    ray,
  })
}

function hostCode({ code, status = 0 }: ImagesError, refused: boolean): ImagesErrorCode {
  if (code === 'server-error' || status >= 500) return 'upload-host-unavailable'
  if (status === 409) return 'upload-url-used'
  if (status === 404 || status === 410) return 'upload-url-expired'
  const vague = code === 'bad-response' || code === 'invalid-request'
  return vague && refused ? 'image-refused' : code
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== ''
