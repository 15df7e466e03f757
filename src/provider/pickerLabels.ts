/** The words of `ImagePicker`. */
export interface PickerLabels {
  /** Stands on the button that opens the picker, with how many are chosen. */
  open: (count: number, multiple: boolean) => string
  /** Names the dialog. */
  title: (multiple: boolean) => string
  /** Stands on the button in the dialog that takes files. */
  upload: (multiple: boolean) => string
  /** Stands on the button that takes what is chosen. */
  choose: (count: number) => string
  /** Stands on the button that leaves everything as it was. */
  cancel: string
  /** Names the button that takes a chosen picture out. */
  remove: string
  /** Said by a form that needs a picture. */
  required: string
}

/** The words of `ImagePicker` in English. */
export const pickerLabels: PickerLabels = {
  open: (count, multiple) =>
    count > 0 ? 'Change' : multiple ? 'Choose pictures' : 'Choose a picture',
  title: (multiple) => (multiple ? 'Choose pictures' : 'Choose a picture'),
  upload: (multiple) => (multiple ? 'Upload pictures' : 'Upload a picture'),
  choose: (count) => (count > 1 ? `Choose ${count} pictures` : 'Choose'),
  cancel: 'Cancel',
  remove: 'Remove picture',
  required: 'Choose a picture.',
}
