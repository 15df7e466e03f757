import { ImagesError } from '../api/ImagesError.ts'

/** What a transformer rejects with where no decoder can read the picture. */
export function damagedPicture(cause?: unknown): ImagesError {
  return new ImagesError(
    'invalid-file',
    'The picture cannot be decoded: the file may be incomplete or damaged. Export it again and upload the new file.',
    { cause, cloudflareCode: 9422 },
  )
}
