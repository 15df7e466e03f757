'use client'
import { createContext } from 'react'
import type { Context } from 'react'
import type { ImagesApi } from '../api/ImagesApi.ts'
import type { ErrorLabels } from '../api/labelOfError.ts'
import type { Theme } from '../api/Theme.ts'
import type { Delivery } from '../url/Delivery.ts'
import type { UploaderLabels } from './uploaderLabels.ts'
import type { UploadRegistry } from './UploadRegistry.ts'

/** What the hooks and components of this room share. */
export interface UploadContextValue {
  /** The client of the user's backend. */
  readonly api?: ImagesApi | undefined
  /** Knows every upload below the provider; made once, with `createUploadRegistry()`. */
  readonly registry?: UploadRegistry | undefined
  /** Where pictures that were uploaded before are delivered from, for their thumbnails. */
  readonly delivery?: Delivery | undefined
  /** The looks of every component that has no `theme` of its own. */
  readonly theme?: Theme | undefined
  /** The words of every component that has no `labels` of its own. */
  readonly labels?: UploadLabels | undefined
  /** Whether `style` attributes are left out, for a strict Content-Security-Policy. */
  readonly csp?: boolean | undefined
}

/** The words of this room. */
export interface UploadLabels {
  /** A sentence for each error code. */
  errors?: ErrorLabels | undefined
  /** The words of `ImageUploader`. */
  uploader?: Partial<UploaderLabels> | undefined
}

/** How the parts of this room find the backend and each other; `ImagesProvider` fills it. */
export const UploadContext: Context<UploadContextValue> =
  createContext<UploadContextValue>({})
