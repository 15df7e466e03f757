import type { ImageFacts } from '../api/ImageFacts.ts'
import type { UploadWork } from './attemptUpload.ts'
import type { PrepareStep } from './PrepareStep.ts'
import type { PreparedFile, Upload } from './Upload.ts'
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
  const { name, type } = upload
  let { file, width, height } = upload
  let prepared: PreparedFile | undefined
  for (const step of options.prepare ?? (await defaultSteps())) {
    const result = await step({ file, type: file.type || type, width, height, signal })
    if (!result) continue
    file = result.file
    const { keepsLocation = prepared?.keepsLocation } = result
    const before = { width: prepared?.width, height: prepared?.height }
    const after = result.width ? { width: result.width, height: result.height } : before
    prepared = { size: file.size, keepsLocation, ...after }
    width = result.width ?? width
    height = result.height ?? height
  }
  const facts: ImageFacts | undefined =
    width && height ? { w: width, h: height } : undefined
  const metadata = metadataOf(upload, options)
  const sent = ofType(file, file === upload.file ? type : file.type)
  const { size } = sent
  const mint = { filename: name, type: sent.type, size, facts, metadata }
  return { work: { file: sent, attempt: 0, mint }, prepared }
}

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
