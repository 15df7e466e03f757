import type { ImageFacts } from '../api/ImageFacts.ts'
import type { UploadWork } from './attemptUpload.ts'
import type { PrepareStep } from './PrepareStep.ts'
import type { PreparedFile, Upload } from './Upload.ts'
import { keptMints } from './keptMints.ts'
import { seePicture } from './seePicture.ts'
import { uploadApi } from './uploadBackend.ts'
import type { UploadOptions } from './UploadOptions.ts'

/** What is sent, and what became of the file before. */
export interface PreparedWork {
  work: UploadWork
  /** Absent where the file goes up as it came. */
  prepared?: PreparedFile | undefined
}

/** Takes an upload's file through the steps of preparation, and says what is sent and what the backend is told. */
export async function prepareWork(
  upload: Upload,
  { options, signal }: { options: UploadOptions; signal: AbortSignal },
): Promise<PreparedWork> {
  const { name, frames } = upload
  let { file, width, height } = upload
  let prepared: PreparedFile | undefined
  for (const step of options.prepare ?? (await defaultSteps())) {
    const known = { type: sniffedType(file, upload), width, height, frames }
    const result = await step({ file, ...known, signal })
    if (!result) continue
    file = result.file
    const { keepsLocation = prepared?.keepsLocation } = result
    const before = { width: prepared?.width, height: prepared?.height }
    const after = result.width ? { width: result.width, height: result.height } : before
    prepared = { size: file.size, keepsLocation, ...after }
    width = result.width ?? width
    height = result.height ?? height
  }
  const sent = ofType(file, sniffedType(file, upload))
  const seen = await seePicture({ file: sent, type: sent.type, width, height })
  const moving = frames !== undefined && frames > 1 && { n: frames }
  const facts: ImageFacts | undefined =
    width && height ? { w: width, h: height, ...moving, ...seen } : undefined
  const api = uploadApi(options)
  const { sha, image: found } =
    (await options.dedupe?.({ api, file: sent, signal })) ?? {}
  if (facts && sha) facts.sha = sha
  const metadata = metadataOf(upload, options)
  const { size } = sent
  const mint = { filename: name, type: sent.type, size, facts, metadata }
  const doubt = doubtOf(upload.file)
  return { work: { file: sent, attempt: 0, mint, found, doubt }, prepared }
}

/** What a page before may have sent; its end is not known. */
function doubtOf(file: File): UploadWork['doubt'] {
  const mint = keptMints.get(file)
  return mint && { mint, since: performance.now(), code: 'network' }
}

/** What the first bytes said, unless a step made another file of it and says what. */
const sniffedType = (file: File, upload: Upload): string =>
  file === upload.file ? upload.type : file.type || upload.type

/** Taking out the place is what nobody should have to ask for; it is loaded where it is needed. */
async function defaultSteps(): Promise<readonly PrepareStep[]> {
  const { stripLocation } = await import('./stripLocation.ts')
  return [stripLocation()]
}

function metadataOf({ file, metadata }: Upload, { metadata: given }: UploadOptions) {
  const common = typeof given === 'function' ? given(file) : given
  return common || metadata ? { ...common, ...metadata } : undefined
}

/** Cloudflare goes by the type that a part is sent with, and browsers do not know that of every file. */
const ofType = (file: File, type: string): File =>
  file.type === type
    ? file
    : new File([file], file.name, { type, lastModified: file.lastModified })
