'use client'
import { use, useCallback, useMemo } from 'react'
import type { ComponentPropsWithRef, JSX, ReactNode } from 'react'
import type { CloudflareImage, ImageFilters } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import type { ErrorLabels } from '../api/labelOfError.ts'
import { themeProps } from '../api/Theme.ts'
import type { Theme } from '../api/Theme.ts'
import { CspContext } from '../display/CspContext.ts'
import { GalleryContent } from './GalleryContent.tsx'
import type { GalleryActions } from './GalleryButtons.tsx'
import { galleryLabels } from './galleryLabels.ts'
import type { GalleryLabels } from './galleryLabels.ts'
import { partClass } from './GalleryLook.ts'
import type { GalleryClassNames } from './GalleryLook.ts'
import { GalleryNotice } from './GalleryNotice.tsx'
import { useGalleryDeletion } from './useGalleryDeletion.ts'
import { useGalleryRows } from './useGalleryRows.ts'
import { useImageList } from './useImageList.ts'
import { useManage } from './useManage.ts'

/** What a gallery shows, what it allows, and how it looks. */
export interface ImageGalleryProps extends Omit<
  ComponentPropsWithRef<'div'>,
  'children' | 'className' | 'onError'
> {
  /** Which pictures, in which order, how many at a time. @default all of the user's, newest first, 50 at a time */
  filters?: ImageFilters | undefined
  /** Named variant for the thumbnails; needed for private pictures. @default squares cut to size by flexible variants */
  variant?: string | undefined
  /** Whether pictures can be deleted. @default true */
  deletable?: boolean | undefined
  /**
   * Milliseconds during which a deletion can be taken back, `true` for eight seconds; nothing is sent before they are
   * over or the page goes away.
   *
   * @default false
   */
  undo?: number | boolean | undefined
  /** Draws a picture in your own way, in place of thumbnail, caption and buttons. @default thumbnail, file name and size */
  renderItem?:
    | ((image: CloudflareImage, actions: GalleryActions) => ReactNode)
    | undefined
  /** Called when a picture is opened, by click or Enter; without it pictures cannot be opened. @default none */
  onOpen?: ((image: CloudflareImage) => void) | undefined
  /** Called once a picture is gone at the backend. @default none */
  onDelete?: ((image: CloudflareImage) => void) | undefined
  /** Called when a deletion failed; the gallery says so itself, too. @default none */
  onError?: ((error: ImagesError) => void) | undefined
  /** Stands where there are no pictures. @default a heading and a hint */
  empty?: ReactNode
  /** Looks of this gallery: a scheme, or tokens. @default the provider's */
  theme?: Theme | undefined
  /** Class name of the whole, beside ours. @default none */
  className?: string | undefined
  /** Class names by part, added to ours. @default {} */
  classNames?: GalleryClassNames | undefined
  /** Words of this gallery; what is missing is the provider's, else English. @default {} */
  labels?: (Partial<GalleryLabels> & { errors?: ErrorLabels | undefined }) | undefined
  /** Leaves out all class names of ours, and with them all looks. @default false */
  unstyled?: boolean | undefined
}

/**
 * The user's pictures in a grid that loads more as it is scrolled, to look at, open and delete, with the keyboard
 * too: arrow keys, Home and End walk, Enter opens, Delete deletes, Ctrl+Z takes back.
 *
 * @example
 * ```tsx
 * import { ImageGallery, ImagesProvider } from 'react-cloudflare-images'
 * import 'react-cloudflare-images/styles.css'
 *
 * export const Library = () => (
 *   <ImagesProvider endpoint="/api/images">
 *     <ImageGallery undo />
 *   </ImagesProvider>
 * )
 * ```
 */
export function ImageGallery({
  filters,
  variant,
  deletable = true,
  undo = false,
  renderItem,
  onOpen,
  onDelete,
  onError,
  empty,
  theme,
  className,
  classNames = noClassNames,
  labels,
  unstyled = false,
  style,
  ...rest
}: ImageGalleryProps): JSX.Element {
  const manage = useManage()
  const list = useImageList(withUrls(filters, variant))
  const deletion = useGalleryDeletion({ undo, onDelete, onError })
  const { images, fetchNextPage } = list
  const rows = useGalleryRows(images, filters)
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage])

  const { gallery, errors } = manage.labels ?? {}
  const look = useMemo(
    () => ({
      labels: { ...galleryLabels, ...gallery, ...labels },
      errors: { ...errors, ...labels?.errors },
      classNames,
      unstyled,
    }),
    [gallery, errors, labels, classNames, unstyled],
  )
  const remove = deletable ? deletion.remove : undefined
  const actions = useMemo(() => ({ open: onOpen, remove }), [onOpen, remove])

  const themed = themeProps(theme ?? manage.theme, use(CspContext))
  return (
    <div
      {...themed}
      {...rest}
      {...((themed.style ?? style) && { style: { ...themed.style, ...style } })}
      className={
        [partClass(look, 'root'), className].filter(Boolean).join(' ') || undefined
      }
    >
      <GalleryContent
        {...{ list, rows, variant, look, actions, renderItem, empty, onMore }}
        onUndo={deletion.undo}
      />
      <GalleryNotice
        look={look}
        undoable={deletion.undoable.length}
        onUndo={() => deletion.undo()}
        failed={deletion.failed}
        onRetry={deletion.remove}
        onDismiss={deletion.dismiss}
      />
      <output
        aria-live="polite"
        className={unstyled ? undefined : 'rci-gallery-announcer'}
      >
        {list.isPending ? look.labels.loading : look.labels.loaded(images.length)}
      </output>
    </div>
  )
}

const noClassNames: GalleryClassNames = {}

/** The filters, with the thumbnails' variant among the URLs that are asked for. */
const withUrls = (
  filters: ImageFilters | undefined,
  variant: string | undefined,
): ImageFilters | undefined =>
  variant === undefined || filters?.urls?.includes(variant)
    ? filters
    : { ...filters, urls: [...(filters?.urls ?? []), variant] }
