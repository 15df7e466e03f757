'use client'
import { isDevelopment } from '#development'
import { createContext, use } from 'react'
import type { Context, ReactNode, RefObject } from 'react'
import { ImagesError } from '../api/ImagesError.ts'
import type { Upload } from './Upload.ts'
import type { UploaderLook } from './UploaderLook.ts'

/** What the parts of one `ImageUploader` share and what seldom changes, so that rows stay as they are. */
export interface ImageUploaderContextValue {
  look: UploaderLook
  multiple: boolean
  disabled: boolean
  /** MIME types that are taken, as HTML's `accept` has them. */
  types: string
  /** Bytes of the largest file that is taken. */
  maxSize: number
  triggerRef: RefObject<HTMLButtonElement | null>
  renderStored: ((imageId: string) => ReactNode) | undefined
  /** Whether there is a button for the camera. */
  camera: boolean
  open: () => void
  /** Takes files that came another way. */
  take: (files: Iterable<File>) => void
  cancel: (id: string) => void
  retry: (id: string) => void
  /** Takes a row out of the list and its picture out of the value; the keyboard moves on from `button`. */
  remove: (row: RowIds, button: HTMLElement) => void
}

/** What a row stands for: an upload of this page, a stored picture, or both. */
export interface RowIds {
  id?: string | undefined
  imageId?: string | undefined
}

/** What the parts share that changes as files come and go. */
export interface ImageUploaderState {
  uploads: readonly Upload[]
  /** Ids of pictures that were stored before, in the order of the value. */
  stored: readonly string[]
  /** Whether files are held over the uploader and would be taken, or elsewhere over the page. */
  drag: 'accept' | 'reject' | 'page' | undefined
}

/** Joins the parts of one `ImageUploader`. */
export const ImageUploaderContext: Context<ImageUploaderContextValue | undefined> =
  createContext<ImageUploaderContextValue | undefined>(undefined)

/** The files of one `ImageUploader`. */
export const ImageUploaderStateContext: Context<ImageUploaderState> =
  createContext<ImageUploaderState>({ uploads: [], stored: [], drag: undefined })

/**
 * What the `ImageUploader` above shares.
 *
 * @throws ImagesError `no-provider` outside of one
 */
export function useImageUploader(): ImageUploaderContextValue {
  const context = use(ImageUploaderContext)
  if (context) return context
  throw new ImagesError(
    'no-provider',
    isDevelopment
      ? `A part of an uploader stands outside of one, so it has nothing to show. Put it inside:
  <ImageUploader>
    <ImageUploaderDropzone />
  </ImageUploader>`
      : 'Only inside <ImageUploader>.',
  )
}
