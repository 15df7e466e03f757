import type { ComponentPropsWithRef, ReactNode } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ErrorLabels } from '../api/labelOfError.ts'
import type { Theme } from '../api/Theme.ts'
import type { UploaderLabels } from './uploaderLabels.ts'
import type { UploaderClassNames } from './UploaderLook.ts'
import type { UploadOptions } from './UploadOptions.ts'
import type { UploaderValue } from './useUploaderValue.ts'

/** What an uploader takes, how it looks and speaks, and what it tells. */
export interface ImageUploaderProps
  extends
    UploadOptions,
    Omit<
      ComponentPropsWithRef<'div'>,
      'children' | 'className' | 'defaultValue' | 'onError' | 'onProgress'
    > {
  /** Whether more than one picture is taken; a single one gives way to the next. @default false */
  multiple?: boolean | undefined
  /** Ids of the stored pictures, where the app holds them: one, or a list with `multiple`. Never ids of uploads on their way. */
  value?: UploaderValue | undefined
  /** Ids of pictures that were stored before, where the uploader holds the value. @default none */
  defaultValue?: UploaderValue | undefined
  /** Called with all ids when a picture was stored or taken out, and with those of the pictures that were uploaded here. */
  onValueChange?: ((ids: string[], images: CloudflareImage[]) => void) | undefined
  /** Called when a person takes a stored picture out. Nothing is deleted at Cloudflare; that is for you to decide. */
  onRemove?: ((imageId: string) => void) | undefined
  /** Draws the thumbnail of a picture that was stored before. @default a neutral tile */
  renderStored?: ((imageId: string) => ReactNode) | undefined
  /** Whether a second button opens the camera where there is one; elsewhere it opens the file dialog. @default false */
  camera?: boolean | undefined
  /** Name of the form's field; each stored picture sends one, with its id. */
  name?: string | undefined
  /** Whether a form needs at least one picture. @default false */
  required?: boolean | undefined
  /** Your own tree of parts. @default `<ImageUploaderDropzone />` and `<ImageUploaderList />` */
  children?: ReactNode
  /** Looks of this uploader: a scheme, or tokens. @default the provider's */
  theme?: Theme | undefined
  /** Class name of the whole. */
  className?: string | undefined
  /** Class names by part, added to ours. @default {} */
  classNames?: UploaderClassNames | undefined
  /** Words of this uploader; what is missing is the provider's, else English. @default {} */
  labels?: (Partial<UploaderLabels> & { errors?: ErrorLabels | undefined }) | undefined
  /** Leaves out all class names of ours, and with them all looks. @default false */
  unstyled?: boolean | undefined
}
