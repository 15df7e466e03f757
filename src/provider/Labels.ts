import type { ManageLabels } from '../manage/ManageContext.ts'

/** An app's own words, for every component under a provider; what is missing stays English. */
export interface Labels extends ManageLabels {}
