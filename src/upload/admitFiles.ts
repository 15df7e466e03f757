import { isDevelopment } from '#development'
import { ImagesError, isImagesError } from '../api/ImagesError.ts'
import { inspectFile } from './inspectFile.ts'
import type { Inspected } from './inspectFile.ts'
import type { Upload } from './Upload.ts'
import type { UploadOptions, UploadVerdict } from './UploadOptions.ts'

/** What admission needs to know, and who hears of it. */
export interface AdmitOptions {
  options: UploadOptions
  /** How many more files may be taken, asked once the files that are no pictures are out. */
  room: () => number
  /** Whether the upload is still there, and was not cancelled. */
  isWanted: (upload: Upload) => boolean
  onAdmitted: (upload: Upload, inspected: Inspected) => void
  onRefused: (upload: Upload, error: ImagesError) => void
}

/**
 * Looks at files that came together, and takes or refuses each.
 *
 * A file that is no picture never takes the place of one, so files are counted after all were looked at; a check
 * of the app's own may take long, so it holds up no other file.
 */
export async function admitFiles(
  uploads: readonly Upload[],
  { options, room, isWanted, onAdmitted, onRefused }: AdmitOptions,
): Promise<void> {
  const found = new Map<string, Inspected>()
  await inTurn(uploads, async (upload) => {
    try {
      found.set(upload.id, await inspectFile(upload.file, options))
    } catch (error) {
      onRefused(upload, asRefusal(error))
    }
  })
  const pictures = uploads.filter((upload) => found.has(upload.id) && isWanted(upload))
  const free = room()
  const taken = options.overflow === 'reject-all' && pictures.length > free ? 0 : free
  for (const upload of pictures.slice(taken)) onRefused(upload, tooMany(options))
  const siblings = uploads.map(({ file }) => file)
  await Promise.all(
    pictures.slice(0, taken).map(async (upload) => {
      try {
        const inspected = found.get(upload.id)!
        const { mime: type, width, height } = inspected
        const facts = { type, width, height, siblings }
        const verdict = await options.validate?.(upload.file, facts)
        if (verdict) onRefused(upload, asError(verdict))
        else if (isWanted(upload)) onAdmitted(upload, inspected)
      } catch (error) {
        onRefused(upload, asRefusal(error))
      }
    }),
  )
}

/** Reads a few files at a time: a folder may hold thousands. */
async function inTurn<TItem>(
  items: readonly TItem[],
  work: (item: TItem) => Promise<void>,
) {
  const rest = items.values()
  const lane = async () => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: 8 }, lane))
}

function asError(verdict: NonNullable<UploadVerdict>): ImagesError {
  if (isImagesError(verdict)) return verdict
  const { code = 'rejected-by-app', message } =
    typeof verdict === 'string' ? { message: verdict } : verdict
  return new ImagesError(code, message)
}

const asRefusal = (error: unknown) =>
  isImagesError(error)
    ? error
    : new ImagesError(
        'rejected-by-app',
        isDevelopment
          ? 'The app’s own check of this file failed, so the file was not taken. See `cause`.'
          : String(error),
        { cause: error },
      )

const tooMany = ({ maxFiles }: UploadOptions) =>
  new ImagesError(
    'too-many-files',
    isDevelopment
      ? `At most ${maxFiles} files are taken, and this one is too many. Remove another first.`
      : String(maxFiles),
  )
