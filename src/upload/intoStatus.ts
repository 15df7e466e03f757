import type { Upload, UploadStatus } from './Upload.ts'

/** The upload in another status, without the fields of the one before. */
export function intoStatus<TStatus extends UploadStatus>(
  { id, file, name, size, type, width, height, frames, metadata, prepared, via }: Base,
  status: TStatus,
  own: Own<TStatus>,
): Upload {
  const known = { id, file, name, size, type, width, height, frames }
  const base: Base = { ...known, metadata, prepared, via }
  return { ...base, status, ...own } as unknown as Upload // `Own` holds the fields of just this status
}

/** The fields that an upload has in every status. */
type Base = Omit<Extract<Upload, { status: 'aborted' }>, 'status'>

/** What a status has beyond them. */
type Own<TStatus extends UploadStatus> = Omit<
  Extract<Upload, { status: TStatus }>,
  keyof Base | 'status'
>
