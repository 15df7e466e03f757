'use client'
import { use, useMemo, useRef } from 'react'
import type { ComponentProps, JSX, RefObject } from 'react'
import { fileSizeLimit } from '../api/fileSizeLimit.ts'
import { themeProps } from '../api/Theme.ts'
import { acceptedBy } from './acceptedBy.ts'
import { focusBeside } from './focusBeside.ts'
import {
  ImageUploaderContext,
  ImageUploaderStateContext,
} from './ImageUploaderContext.ts'
import type { RowIds } from './ImageUploaderContext.ts'
import { ImageUploaderDropzone } from './ImageUploaderDropzone.tsx'
import { ImageUploaderList } from './ImageUploaderList.tsx'
import type { ImageUploaderProps } from './ImageUploaderProps.ts'
import { splitUploadOptions } from './splitUploadOptions.ts'
import type { Upload } from './Upload.ts'
import { UploadContext } from './UploadContext.ts'
import { UploaderAnnouncer } from './UploaderAnnouncer.tsx'
import { uploaderLabels } from './uploaderLabels.ts'
import { partClass } from './UploaderLook.ts'
import type { UploaderClassNames } from './UploaderLook.ts'
import { useDirectUpload } from './useDirectUpload.ts'
import { useStable } from './useStable.ts'
import { useStylesheetWarning } from './useStylesheetWarning.ts'
import { useUploaderForm } from './useUploaderForm.ts'
import { useUploaderValue } from './useUploaderValue.ts'

/**
 * A place to drop or choose pictures, with a row for each: preview, progress, what went wrong, and buttons to cancel,
 * retry and remove.
 *
 * @throws ImagesError `no-provider` where neither the props nor a provider names a backend
 * @example
 * ```tsx
 * import { ImagesProvider, ImageUploader } from 'react-cloudflare-images'
 * import 'react-cloudflare-images/styles.css'
 *
 * export const App = () => (
 *   <ImagesProvider endpoint="/api/images">
 *     <ImageUploader multiple onValueChange={(ids) => console.log(ids)} />
 *   </ImagesProvider>
 * )
 * ```
 */
export function ImageUploader({
  multiple = false,
  value,
  defaultValue,
  onValueChange,
  onRemove,
  renderStored,
  camera = false,
  name,
  required,
  children,
  theme,
  className,
  classNames = noClassNames,
  labels,
  unstyled = false,
  style,
  ...rest
}: ImageUploaderProps): JSX.Element {
  const context = use(UploadContext)
  const [options, divProps] = splitUploadOptions(rest)
  const { accept, maxFiles, maxSize = fileSizeLimit, disabled = false } = options
  const upload = useDirectUpload({
    ...options,
    maxFiles: multiple ? maxFiles : 1,
    replace: !multiple,
  })
  const { uploads, isPending, isDragActive, isDragReject, isDragGlobal } = upload
  const { upload: take, open, cancel, retry } = upload
  const held = useUploaderValue(upload, { value, defaultValue, multiple, onValueChange })
  const { ref: inputRef, ...inputProps } = upload.getInputProps<InputProps>()
  const triggerRef = useRef<HTMLButtonElement>(null)
  useStylesheetWarning(triggerRef, unstyled)

  const { uploader, errors } = context.labels ?? {}
  const look = useMemo(
    () => ({
      labels: { ...uploaderLabels, ...uploader, ...labels },
      errors: { ...errors, ...labels?.errors },
      classNames,
      unstyled,
    }),
    [uploader, errors, labels, classNames, unstyled],
  )
  useUploaderForm(inputRef, {
    message: isPending ? look.labels.pending : '',
    onReset: () => {
      upload.reset()
      held.reset()
    },
  })

  const remove = useStable(({ id, imageId }: RowIds, button: HTMLElement) => {
    focusBeside(button, triggerRef.current)
    if (id !== undefined) upload.remove(id)
    if (imageId !== undefined && held.drop(imageId)) onRemove?.(imageId)
  })

  const themed = themeProps(theme ?? context.theme, context.csp)
  const types = acceptedBy(accept).join()
  const shared = useMemo(() => {
    const taken = { multiple, disabled, types, maxSize }
    const acts = { open, take, cancel, retry, remove }
    return { look, triggerRef, renderStored, camera, ...taken, ...acts }
  }, [
    look,
    renderStored,
    camera,
    multiple,
    disabled,
    types,
    maxSize,
    open,
    take,
    cancel,
    retry,
    remove,
  ])
  const state = useMemo(() => {
    const elsewhere = isDragGlobal ? 'page' : undefined
    const drag = isDragReject ? 'reject' : isDragActive ? 'accept' : elsewhere
    return { uploads, stored: withoutRows(held.ids, uploads), drag } as const
  }, [uploads, held.ids, isDragActive, isDragReject, isDragGlobal])

  return (
    <div
      {...themed}
      data-status={upload.status}
      {...divProps}
      {...((themed.style ?? style) && { style: { ...themed.style, ...style } })}
      className={
        [partClass(look, 'root'), className].filter(Boolean).join(' ') || undefined
      }
    >
      <ImageUploaderContext value={shared}>
        <ImageUploaderStateContext value={state}>
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset has looks of its own */}
          <div
            {...upload.getRootProps({
              role: 'group',
              className: partClass(look, 'surface'),
            })}
            aria-label={look.labels.uploader}
          >
            <input
              {...inputProps}
              {...(context.csp && { style: undefined })}
              ref={inputRef}
              className={partClass(look, 'input')}
              tabIndex={-1}
              aria-hidden="true"
              aria-label={look.labels.input}
              required={required && held.ids.length === 0}
            />
            {children ?? (
              <>
                <ImageUploaderDropzone />
                <ImageUploaderList />
              </>
            )}
            {name !== undefined &&
              held.ids.map((id) => (
                <input key={id} type="hidden" name={name} value={id} />
              ))}
            <UploaderAnnouncer />
          </div>
        </ImageUploaderStateContext>
      </ImageUploaderContext>
    </div>
  )
}

type InputProps = ComponentProps<'input'> & { ref: RefObject<HTMLInputElement | null> }

const noClassNames: UploaderClassNames = {}

/** The ids that no row of this page stands for. */
function withoutRows(
  ids: readonly string[],
  uploads: readonly Upload[],
): readonly string[] {
  const rows = new Set(uploads.map((row) => row.status === 'success' && row.imageId))
  return ids.filter((id) => !rows.has(id))
}
