/** One thing that must hold after a long stretch of use. */
export interface SoakResult {
  title: string
  holds: boolean
  /** What was counted or measured. */
  figures: string
}
