import type { ManageLabels } from '../manage/ManageContext.ts'
import type { UploadLabels } from '../upload/UploadContext.ts'
import type { PickerLabels } from './pickerLabels.ts'

/**
 * An app's own words for every component under a provider; what is missing stays English.
 *
 * @example
 * ```ts
 * import type { Labels } from 'react-cloudflare-images'
 *
 * export const german: Labels = {
 *   errors: { 'file-too-large': 'Diese Datei ist zu groß.' },
 *   gallery: { loadMore: 'Mehr laden', deleted: (count) => `${count} gelöscht` },
 * }
 * ```
 */
export interface Labels extends ManageLabels, UploadLabels {
  /** The words of `ImagePicker`. */
  picker?: Partial<PickerLabels> | undefined
}
