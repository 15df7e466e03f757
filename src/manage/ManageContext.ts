'use client'
import type { QueryClient } from '@tanstack/react-query'
import { createContext } from 'react'
import type { Context } from 'react'
import type { ErrorLabels } from '../api/labelOfError.ts'
import type { ImagesApi } from '../api/ImagesApi.ts'
import type { Theme } from '../api/Theme.ts'
import type { UndoWindows } from './createUndoWindows.ts'
import type { FocalPointLabels } from './focalPointLabels.ts'
import type { GalleryLabels } from './galleryLabels.ts'
import type { ImageDetailsLabels } from './imageDetailsLabels.ts'
import type { PendingImages } from './PendingImages.ts'
import type { VariantManagerLabels } from './variantManagerLabels.ts'

/** What the hooks and components of this room share. */
export interface ManageContextValue {
  /** The client of the user's backend. */
  readonly api: ImagesApi
  /** Where lists, images and running deletions are kept. */
  readonly queryClient: QueryClient
  /** Where deletions wait while they can be taken back. */
  readonly undoWindows: UndoWindows
  /** Pictures on their way up. */
  readonly pending: PendingImages
  /** The looks of every component that has no `theme` of its own. */
  readonly theme?: Theme | undefined
  /** The words of every component that has no `labels` of its own. */
  readonly labels?: ManageLabels | undefined
  /** Grows when everything was forgotten, so that whatever reads the cache reads it again at once. */
  readonly generation: number
}

/** The words of this room. */
export interface ManageLabels {
  /** A sentence for each error code. */
  errors?: ErrorLabels | undefined
  /** The words of `ImageGallery`. */
  gallery?: Partial<GalleryLabels> | undefined
  /** The words of `ImageDetails`. */
  details?: Partial<ImageDetailsLabels> | undefined
  /** The words of `FocalPointPicker`. */
  focal?: Partial<FocalPointLabels> | undefined
  /** The words of `VariantManager`. */
  variants?: Partial<VariantManagerLabels> | undefined
}

/** How the parts of this room find the backend and the cache; `ImagesProvider` fills it. */
export const ManageContext: Context<ManageContextValue | undefined> = createContext<
  ManageContextValue | undefined
>(undefined)
