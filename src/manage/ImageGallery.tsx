'use client'
import { useCallback, useMemo, useState } from 'react'
import type { ComponentPropsWithRef, JSX, ReactNode } from 'react'
import type { CloudflareImage, ImageFilters } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { GalleryContent } from './GalleryContent.tsx'
import type { GalleryActions } from './GalleryButtons.tsx'
import { galleryLabels } from './galleryLabels.ts'
import type { GalleryLabels } from './galleryLabels.ts'
import type { GalleryPart } from './GalleryLook.ts'
import type { ImageSearch } from './searchFor.ts'
import { useGalleryDeletion } from './useGalleryDeletion.ts'
import { useGalleryLater } from './useGalleryLater.ts'
import { useGalleryRows } from './useGalleryRows.ts'
import { useImageList } from './useImageList.ts'
import { useImageSelection } from './useImageSelection.ts'
import { useManageLook } from './useManageLook.ts'
import type { LookProps } from './useManageLook.ts'

/** What a gallery shows, what it allows, and how it looks. */
export interface ImageGalleryProps
  extends
    LookProps<GalleryLabels, GalleryPart>,
    Omit<ComponentPropsWithRef<'div'>, 'children' | 'className' | 'onError'> {
  /** Which pictures, in which order, how many at a time. @default all of the user's, newest first, 50 at a time */
  filters?: ImageFilters | undefined
  /** Named variant for the thumbnails; needed for private pictures. @default squares cut to size by flexible variants */
  variant?: string | undefined
  /** Pictures side by side, or below each other with more room for words. @default 'grid' */
  layout?: 'grid' | 'list' | undefined
  /** Whether pictures can be chosen: many, or one at a time. @default false */
  selectable?: boolean | 'one' | undefined
  /** Ids of the chosen pictures, where the app keeps them. @default kept by the gallery */
  selected?: readonly string[] | undefined
  /** Called when the choice changes, with all ids, and those of the pictures that are loaded. @default none */
  onSelectedChange?: ((ids: string[], images: CloudflareImage[]) => void) | undefined
  /** Draws what can be done with the chosen pictures besides deleting them. @default nothing */
  renderSelection?:
    | ((images: readonly CloudflareImage[], clear: () => void) => ReactNode)
    | undefined
  /** Whether the loaded pictures can be searched by name; Cloudflare itself knows no such search. @default false */
  searchable?: boolean | undefined
  /** Whether pictures can be deleted. @default true */
  deletable?: boolean | undefined
  /**
   * Milliseconds during which a deletion can be taken back, `true` for eight seconds; nothing is sent before they are
   * over or the page goes away.
   *
   * @default false
   */
  undo?: number | boolean | undefined
  /**
   * Draws a picture in your own way, in place of thumbnail, caption and buttons; all pictures in a row are as high as
   * those in the first.
   *
   * @default thumbnail, file name and size
   */
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
}

/**
 * The user's pictures in a grid that loads more as it is scrolled, to look at, open, choose and delete, with the
 * keyboard too: arrow keys, Page Up and Down, Home and End walk, Enter opens, Space chooses (with Shift a range, Ctrl+A
 * all that are loaded, Escape none), Delete deletes, Ctrl+Z takes back. However many there are, only those near the
 * screen are in the page.
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
  layout = 'grid',
  selectable = false,
  selected,
  onSelectedChange,
  renderSelection,
  searchable = false,
  deletable = true,
  undo = false,
  renderItem,
  onOpen,
  onDelete,
  onError,
  empty,
  theme,
  className,
  classNames,
  labels,
  unstyled,
  style,
  ...rest
}: ImageGalleryProps): JSX.Element {
  const { look, root } = useManageLook(
    {
      theme,
      className: [classNames?.root, className].filter(Boolean).join(' '),
      classNames,
      labels,
      unstyled,
    },
    { name: 'gallery', english: galleryLabels },
  )
  const list = useImageList(withUrls(filters, variant))
  const later = useGalleryLater()
  const { GalleryNotice, GalleryToolbar } = later ?? {}
  const deletion = useGalleryDeletion({ undo, onDelete, onError })
  const { images, fetchNextPage } = list
  const [search, setSearch] = useState<ImageSearch>()
  const found = useMemo(() => search?.(images) ?? images, [search, images])
  const isFiltered = search !== undefined
  const rows = useGalleryRows(found, filters, isFiltered)
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const selection = useImageSelection(found, {
    multiple: selectable !== 'one',
    selected,
    onSelectedChange: (ids) => {
      const chosen = new Set(ids)
      onSelectedChange?.(
        ids,
        images.filter(({ id }) => chosen.has(id)),
      )
    },
  })

  const { remove } = deletion
  const { toggle, selectTo } = selection
  const actions = useMemo(
    () => ({
      open: onOpen,
      remove: deletable ? (image: CloudflareImage) => remove([image]) : undefined,
      select: selectable
        ? ({ id }: CloudflareImage, range?: boolean) => (range ? selectTo : toggle)(id)
        : undefined,
    }),
    [onOpen, deletable, remove, selectable, toggle, selectTo],
  )

  return (
    <div
      {...root}
      {...rest}
      {...((root.style ?? style) && { style: { ...root.style, ...style } })}
    >
      {(searchable || selectable === true) &&
        (images.length > 0 || isFiltered) &&
        (GalleryToolbar ? (
          <GalleryToolbar
            {...{ look, renderSelection }}
            onSearch={searchable ? setSearch : undefined}
            loaded={images.length}
            found={found.length}
            isComplete={!list.hasNextPage}
            selection={selectable === true ? selection : undefined}
            onDelete={deletable ? remove : undefined}
          />
        ) : (
          <div className={look.part('toolbar')} />
        ))}
      <GalleryContent
        {...{ list, rows, layout, variant, look, actions, selection, renderItem, empty }}
        {...{ onMore, isFiltered, isMultiple: selectable === true }}
        onUndo={deletion.undo}
      />
      {GalleryNotice && (
        <GalleryNotice
          look={look}
          failed={deletion.failed}
          onRetry={deletion.remove}
          onDismiss={deletion.dismiss}
        />
      )}
      {later === null && (
        <div className={look.part('notice')} data-state="error" role="alert">
          <p>{look.labels.incomplete}</p>
          <button
            type="button"
            className={look.part('button')}
            onClick={() => location.reload()} // until then Chromium remembers that a script is missing
          >
            {look.labels.reload}
          </button>
        </div>
      )}
      <output
        aria-live="polite"
        className={unstyled ? undefined : 'rci-gallery-announcer'}
      >
        {list.isPending ? look.labels.loading : look.labels.loaded(images.length)}
      </output>
    </div>
  )
}

/** The filters, with the thumbnails' variant among the URLs that are asked for. */
const withUrls = (
  filters: ImageFilters | undefined,
  variant: string | undefined,
): ImageFilters | undefined =>
  variant === undefined || filters?.urls?.includes(variant)
    ? filters
    : { ...filters, urls: [...(filters?.urls ?? []), variant] }
