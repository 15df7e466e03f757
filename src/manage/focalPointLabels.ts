/** The words of `FocalPointPicker`. */
export interface FocalPointLabels {
  /** Names the marker. */
  point: string
  /** Where the marker is, in per cent from the left and from the top. */
  position: (x: number, y: number) => string
  /** Stands on the button that takes the marker away. */
  centre: string
  /** Said while the point is being stored. */
  saving: string
}

/** The words of `FocalPointPicker` in English. */
export const focalPointLabels: FocalPointLabels = {
  point: 'What stays in view',
  position: (x, y) => `${x} % from the left, ${y} % from the top`,
  centre: 'Back to the centre',
  saving: 'Saving…',
}
