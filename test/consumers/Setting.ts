import type { Browser } from 'playwright'
import type { Report } from './createReport.ts'
import type { Cloud } from './startCloud.ts'

/** What every check works with. */
export interface Setting {
  /** A temporary directory. */
  into: string
  /** The packed library. */
  tarball: string
  browser: Browser
  cloud: Cloud
  report: Report
}
