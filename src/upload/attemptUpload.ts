import { isDevelopment } from '#development'
import type { CloudflareImage, Mint, MintRequest } from '../api/CloudflareImage.ts'
import type { ImagesErrorCode } from '../api/errorCodes.ts'
import { ImagesError, isImagesError } from '../api/ImagesError.ts'
import type { Transport } from '../api/Transport.ts'
import { readHostAnswer } from './readHostAnswer.ts'
import type { StoredImage } from './readHostAnswer.ts'
import type { UploadBackend } from './uploadBackend.ts'
import { withDeadline } from './withDeadline.ts'

/** What is sent, and what is not known about attempts before. */
export interface UploadWork {
  file: File
  mint: MintRequest
  /** 1 for the first. */
  attempt: number
  /** The image with these bytes that is stored already. */
  found?: CloudflareImage | undefined
  /** The image of an attempt whose end is not known; it is asked after before another is minted. */
  doubt?: Doubt | undefined
}

/** An image that may or may not have arrived. */
interface Doubt {
  mint: Mint
  /** When the attempt ended, in milliseconds of a clock that nobody sets. */
  since: number
  /** How it ended. */
  code: ImagesErrorCode
}

/** What one attempt needs, and who hears of it. */
export interface AttemptOptions {
  backend: UploadBackend
  transport: Transport
  /** Milliseconds without progress. */
  timeout: number
  signal: AbortSignal
  /** An image was reserved; no byte leaves before this is done. */
  onReserved: (mint: Mint) => Promise<void>
  onProgress: (loaded: number, total?: number) => void
  /** The last byte has left, or an answer is here. */
  onSent: () => void
}

/**
 * One attempt: asks after an earlier one whose end is not known, has a one-time URL minted, sends the bytes, and
 * reads what was stored.
 *
 * @throws ImagesError; `work.doubt` stays where the file may have arrived all the same
 */
export async function attemptUpload(
  work: UploadWork,
  options: AttemptOptions,
): Promise<CloudflareImage> {
  const { backend, signal, timeout } = options
  const arrived = await settleDoubt(work, options)
  if (arrived) return arrived
  const { file, attempt } = work
  const request = { ...work.mint, file, attempt }
  const mint = await withDeadline(
    (inner) => backend.mint({ ...request, signal: inner }),
    {
      timeout,
      signal,
    },
  )
  await options.onReserved(mint)
  const doubt: Doubt = { mint, since: performance.now(), code: 'aborted' }
  work.doubt = doubt
  try {
    const stored = await send(file, mint, options)
    if (stored.id !== mint.id) throw mismatch(mint.id, stored.id)
    work.doubt = undefined
    return await asImage(stored, work, options)
  } catch (error) {
    // The same object: who asks after it already learns that it ended just now.
    doubt.code = isImagesError(error) ? error.code : 'network'
    doubt.since = performance.now()
    work.doubt = leavesDoubt.has(doubt.code) ? doubt : undefined
    throw error
  }
}

/**
 * The image of an earlier attempt, where it had arrived after all.
 *
 * The draft flag may lag behind the bytes, so a draft is believed only some seconds after the attempt ended.
 *
 * @throws ImagesError `outcome-unknown` where nobody can tell
 */
export async function settleDoubt(
  work: UploadWork,
  options: Pick<AttemptOptions, 'backend' | 'timeout' | 'signal'>,
): Promise<CloudflareImage | undefined> {
  while (work.doubt) {
    const { doubt } = work
    const found = await ask(doubt, options)
    const { mint, since, code } = doubt
    if (found && !found.draft) {
      work.doubt = undefined
      // A URL may also have been used by somebody else, for a picture that is not ours.
      const { filename = work.mint.filename } = found
      const isOurs = code !== 'upload-url-used' || filename === work.mint.filename
      return isOurs ? fill({ ...found, id: mint.id }, work) : undefined
    }
    const hasEnded = !found || code === 'upload-url-expired'
    const wait = hasEnded ? 0 : since + draftLag - performance.now()
    if (wait > 0) await sleep(wait, options.signal)
    else work.doubt = undefined
  }
  return undefined
}

/** Milliseconds that the draft flag is given to follow the bytes. */
const draftLag = 4_000

/** Failures after which the file may be stored nevertheless. All others are refusals. */
const leavesDoubt = new Set<ImagesErrorCode>([
  'network',
  'offline',
  'timeout',
  'aborted',
  'bad-response',
  'rate-limited',
  'upload-host-unavailable',
  'upload-url-used',
  'upload-url-expired',
])

async function ask(
  { mint, code }: Doubt,
  { backend, timeout, signal }: Pick<AttemptOptions, 'backend' | 'timeout' | 'signal'>,
) {
  const { check } = backend
  if (!check) throw unknownOutcome()
  try {
    return await withDeadline((inner) => check(mint.id, inner), { timeout, signal })
  } catch (error) {
    if (!isImagesError(error) || error.code !== 'not-found') throw error
    // A draft that has expired is gone. One that has not should be there: then the backend cannot tell.
    if (code === 'upload-url-expired' || hasExpired(mint)) return undefined
    throw unknownOutcome(error)
  }
}

const hasExpired = ({ expiresAt }: Mint) =>
  expiresAt !== undefined && Date.parse(expiresAt) < Date.now()

function send(
  file: File,
  { uploadURL: url }: Mint,
  { transport, timeout, signal, onProgress, onSent }: AttemptOptions,
): Promise<StoredImage> {
  return withDeadline(
    async (inner, alive) => {
      const response = await transport({
        url,
        file,
        signal: inner,
        onProgress: (loaded, total) => {
          if (inner.aborted) return
          alive()
          onProgress(loaded, total)
        },
      })
      alive()
      if (!inner.aborted) onSent()
      return readHostAnswer(response)
    },
    { timeout, signal },
  )
}

/** The stored image as our protocol names it; asked for where the host told no more than its id. */
async function asImage(
  stored: StoredImage,
  work: UploadWork,
  { backend, timeout, signal }: AttemptOptions,
): Promise<CloudflareImage> {
  const { check } = backend
  if (stored.uploaded !== undefined || !check) return fill(stored, work)
  const told = withDeadline((inner) => check(stored.id, inner), { timeout, signal })
  return fill({ ...(await told.catch(() => undefined)), id: stored.id }, work)
}

function fill(found: StoredImage, { mint }: UploadWork): CloudflareImage {
  const { id, requireSignedURLs = false, variants } = found
  return {
    id,
    filename: found.filename ?? mint.filename,
    uploaded: found.uploaded ?? new Date().toISOString(),
    requireSignedURLs,
    meta: found.meta ?? {},
    ...(variants && !requireSignedURLs && { variants }),
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer)
      reject(new ImagesError('aborted', 'The upload was cancelled.'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', abort, { once: true })
  })
}

const mismatch = (expected: string, given: string) =>
  new ImagesError(
    'id-mismatch',
    isDevelopment
      ? `The upload host stored ${given} where ${expected} was reserved. The picture cannot be told from another. Check that the backend hands out the URL that belongs to the id.`
      : given,
  )

/** The error of an upload that may or may not have arrived. */
export const unknownOutcome = (cause?: unknown): ImagesError =>
  new ImagesError(
    'outcome-unknown',
    isDevelopment
      ? 'The connection was cut after bytes had left, and nobody can tell whether the picture arrived. Sending it again might store it twice. Serve GET {endpoint}/{id}, or give `checkUpload`.'
      : 'unknown',
    { cause },
  )
