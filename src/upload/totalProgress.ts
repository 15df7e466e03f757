import type { Upload } from './Upload.ts'
import type { TotalProgress } from './Uploader.ts'

/** What is remembered between two looks, to tell the speed. */
export interface ProgressMemory {
  /** Milliseconds. */
  readonly at: number
  readonly progress: TotalProgress
}

/** No files, or none that has begun. */
export const noProgress: TotalProgress = { ratio: 0, loaded: 0, total: 0 }

/**
 * How far all uploads together are. What was refused, cancelled or has failed is not part of it: its bytes will not
 * arrive.
 */
export function totalProgress(
  uploads: Iterable<Upload>,
  { now, before }: { now: number; before: ProgressMemory },
): TotalProgress {
  let loaded = 0
  let total = 0
  for (const upload of uploads) {
    const share = shareOf(upload)
    if (share === undefined) continue
    const size = upload.prepared?.size ?? upload.size
    total += size
    loaded += size * share
  }
  loaded = Math.round(loaded)
  const { progress } = before
  const ratio = total === 0 ? 0 : loaded / total
  const added = total > progress.total
  const speed = speedOf(loaded - progress.loaded, now - before.at, progress.speed)
  const left = total - loaded
  return {
    ratio: added ? ratio : Math.max(ratio, total === 0 ? 0 : progress.ratio),
    loaded,
    total,
    speed,
    secondsLeft: speed ? Math.ceil(left / speed) : undefined,
  }
}

const shareOf = (upload: Upload): number | undefined =>
  'progress' in upload ? upload.progress : upload.status === 'success' ? 1 : undefined

/** A mean that forgets: what was measured five seconds ago counts a third. */
function speedOf(bytes: number, milliseconds: number, before: number | undefined) {
  if (milliseconds <= 0 || bytes < 0) return before
  const speed = (bytes / milliseconds) * 1_000
  if (before === undefined) return bytes > 0 ? speed : undefined
  const weight = 1 - Math.exp(-milliseconds / 5_000)
  return before + (speed - before) * weight
}
