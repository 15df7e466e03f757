'use client'
import type { QueryClient } from '@tanstack/react-query'
import { createContext } from 'react'
import type { Context } from 'react'
import type { ImagesApi } from '../api/ImagesApi.ts'
import type { UndoWindows } from '../manage/createUndoWindows.ts'
import type { PendingImages } from '../manage/PendingImages.ts'
import type { UploadRegistry } from '../upload/UploadRegistry.ts'

/** One backend, and what this browser knows of it. */
export interface Backend {
  readonly api: ImagesApi
  readonly queryClient: QueryClient
  readonly undoWindows: UndoWindows
  readonly registry: UploadRegistry
  readonly pending: PendingImages
}

/** The backend of the nearest provider, which a provider inside it shares unless it names one of its own. */
export const BackendContext: Context<Backend | undefined> = createContext<
  Backend | undefined
>(undefined)
