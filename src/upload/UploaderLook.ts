import type { ErrorLabels } from '../api/labelOfError.ts'
import type { UploaderLabels } from './uploaderLabels.ts'
import type { UploaderRowLabels } from './uploaderRowLabels.ts'

/** The parts of an uploader that take a class name. */
export type UploaderPart =
  | 'root'
  | 'surface'
  | 'dropzone'
  | 'icon'
  | 'trigger'
  | 'prompt'
  | 'hint'
  | 'input'
  | 'list'
  | 'item'
  | 'preview'
  | 'body'
  | 'name'
  | 'detail'
  | 'status'
  | 'progress'
  | 'error'
  | 'actions'
  | 'retry'
  | 'remove'

/** Class names by part, added to our own. */
export type UploaderClassNames = Partial<Record<UploaderPart, string>>

/** How an uploader looks and speaks: what its parts need of its props. The words of rows are the app's own, if any. */
export interface UploaderLook {
  labels: Omit<UploaderLabels, keyof UploaderRowLabels> & Partial<UploaderRowLabels>
  errors: ErrorLabels | undefined
  classNames: UploaderClassNames
  unstyled: boolean
}

/** The class names of a part: ours unless the uploader is unstyled, and the app's. */
export function partClass(
  { classNames, unstyled }: Pick<UploaderLook, 'classNames' | 'unstyled'>,
  part: UploaderPart,
): string | undefined {
  const ours = part === 'root' ? 'rci rci-uploader' : `rci-uploader-${part}`
  return [unstyled ? '' : ours, classNames[part]].filter(Boolean).join(' ') || undefined
}
