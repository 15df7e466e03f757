import type { ImageFacts } from '../api/ImageFacts.ts'
import type { UploadWork } from './attemptUpload.ts'
import type { Upload } from './Upload.ts'
import type { UploadOptions } from './UploadOptions.ts'

/** What is sent for an upload: its bytes under their true type, and what the backend is told of them. */
export function workOf(upload: Upload, { metadata: given }: UploadOptions): UploadWork {
  const { file, name, type, width, height } = upload
  const facts: ImageFacts | undefined =
    width && height ? { w: width, h: height } : undefined
  const common = typeof given === 'function' ? given(file) : given
  const metadata =
    common || upload.metadata ? { ...common, ...upload.metadata } : undefined
  const sent =
    file.type === type
      ? file
      : new File([file], name, { type, lastModified: file.lastModified })
  return {
    file: sent,
    attempt: 0,
    mint: { filename: name, type, size: sent.size, facts, metadata },
  }
}
