import { germanLabels } from 'react-cloudflare-images'
import type { LabelPack } from 'react-cloudflare-images'

const { gallery, picker } = germanLabels
const { undo: _undo, ...withoutUndo } = gallery

export const complete: LabelPack = { ...germanLabels, gallery, picker }
// @ts-expect-error a word is missing
export const missing: LabelPack = { ...germanLabels, gallery: withoutUndo }
export const noErrors: LabelPack = {
  ...germanLabels,
  // @ts-expect-error sentences for codes are missing
  errors: { 'file-empty': 'Leer.' },
}
