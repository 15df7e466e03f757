/** The words of `VariantManager`. */
export interface VariantManagerLabels {
  /** Names the list of variants. */
  variants: string
  /** Said while they are being loaded. */
  loading: string
  /** Stands on the button that begins a new variant. */
  add: string
  /** Names the button that changes a variant. */
  edit: (name: string) => string
  /** Names the button that deletes a variant. */
  delete: (name: string) => string
  /** Asks before a variant is deleted. */
  confirmDelete: (name: string) => string
  /** Names of the fields. */
  name: string
  fit: string
  width: string
  height: string
  blur: string
  browserTtl: string
  metadata: string
  isPublic: string
  /** Stands on the button that stores the variant. */
  save: string
  /** Stands on the button that closes the form. */
  cancel: string
  /** Names the switch of flexible variants. */
  flexible: string
  /** What the switch means. */
  flexibleHint: string
  /** Stands on the button that tries again. */
  retry: string
}

/** The words of `VariantManager` in English. */
export const variantManagerLabels: VariantManagerLabels = {
  variants: 'Variants',
  loading: 'Loading variants',
  add: 'Add variant',
  edit: (name) => `Edit ${name}`,
  delete: (name) => `Delete ${name}`,
  confirmDelete: (name) =>
    `Delete the variant ${name}? Pages that still use it show no picture.`,
  name: 'Name',
  fit: 'Fit',
  width: 'Width in pixels',
  height: 'Height in pixels',
  blur: 'Blur, 0 to 250',
  browserTtl: 'Seconds in browser caches',
  metadata: 'Metadata',
  isPublic: 'Show private pictures without a signature',
  save: 'Save variant',
  cancel: 'Cancel',
  flexible: 'Flexible variants',
  flexibleHint:
    'Sizes and crops may be asked for in the URL. Private pictures are shown in named variants only.',
  retry: 'Try again',
}
