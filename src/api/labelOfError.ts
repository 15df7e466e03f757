import type { ImagesErrorCode } from './errorCodes.ts'
import { errorLabels } from './errorLabels.ts'
import { isImagesError } from './ImagesError.ts'

/** An app's own sentences for error codes; what is missing stays English. */
export type ErrorLabels = Partial<Record<ImagesErrorCode, string>>

/** The sentence that a component shows for `error`: the app's own where it has one, else English. */
export function labelOfError(error: unknown, labels?: ErrorLabels): string {
  const code = isImagesError(error) ? error.code : 'server-error'
  return labels?.[code] ?? errorLabels[code]
}
