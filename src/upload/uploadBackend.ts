import { isDevelopment } from '#development'
import type { Mint } from '../api/CloudflareImage.ts'
import { createImagesApi } from '../api/createImagesApi.ts'
import type { ImagesApi } from '../api/ImagesApi.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { noBackend } from './noBackend.ts'
import type { CheckedUpload, UploadOptions, UploadRequest } from './UploadOptions.ts'

/** The two things an uploader asks of a backend. */
export interface UploadBackend {
  mint: (request: UploadRequest) => Promise<Mint>
  /** Absent where nobody can tell whether an image has arrived. */
  check?: ((id: string, signal: AbortSignal) => Promise<CheckedUpload>) | undefined
}

/**
 * The backend that the options name.
 *
 * @throws ImagesError `no-provider` where they name none
 */
export function uploadBackend(options: UploadOptions): UploadBackend {
  const { requestUpload, checkUpload } = options
  if (requestUpload) {
    return {
      mint: async (request) => checkMint(await requestUpload(request)),
      check: checkUpload && ((id, signal) => checkUpload(id, { signal })),
    }
  }
  const api = uploadApi(options)
  if (!api) throw noBackend()
  return {
    mint: ({ filename, type, size, facts, metadata, signal }) =>
      api.mint({ filename, type, size, facts, metadata }, { signal }),
    check: checkUpload
      ? (id, signal) => checkUpload(id, { signal })
      : (id, signal) => api.get(id, { signal }),
  }
}

/** The client that the options name; one is made for each endpoint, and kept. */
export function uploadApi({ api, endpoint }: UploadOptions): ImagesApi | undefined {
  if (api || endpoint === undefined) return api
  const known = apis.get(endpoint) ?? createImagesApi({ endpoint })
  apis.set(endpoint, known)
  return known
}

const apis = new Map<string, ImagesApi>()

/** Takes nothing on trust that an app's own function returns. */
function checkMint(mint: Mint): Mint {
  if (typeof mint?.id === 'string' && typeof mint.uploadURL === 'string') return mint
  throw new ImagesError(
    'bad-response',
    isDevelopment
      ? '`requestUpload` returned no { id, uploadURL }, so there is nowhere to send the file. Return both, as Cloudflare answered them.'
      : 'requestUpload',
  )
}
