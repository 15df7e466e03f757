'use client'
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { useDropzone } from 'react-dropzone'
import type { DropEvent, DropzoneState } from 'react-dropzone'
import { acceptedBy, acceptMap } from './acceptedBy.ts'
import { filesOf } from './filesOf.ts'
import { trackUploader } from './trackUploader.ts'
import type { Uploader, UploaderActions, UploaderState } from './Uploader.ts'
import type { UploadOptions } from './UploadOptions.ts'
import { useUploader } from './useUploader.ts'

/** What `useDirectUpload` returns. Only what is read while rendering makes the component render again. */
export interface UseDirectUploadResult
  extends
    UploaderState,
    UploaderActions,
    Pick<
      DropzoneState,
      | 'getRootProps'
      | 'getInputProps'
      | 'open'
      | 'isDragActive'
      | 'isDragReject'
      | 'isDragGlobal'
    > {}

/**
 * Uploads files straight to Cloudflare Images: by drop, by paste, by the file dialog, or by `upload(files)`.
 *
 * Each file travels through a one-time URL that your backend mints, with progress, retries and cancellation of its
 * own; one that fails holds up no other.
 *
 * @throws ImagesError `no-provider` where neither the options nor a provider names a backend
 * @example
 * ```tsx
 * import { useDirectUpload } from 'react-cloudflare-images'
 *
 * export function Uploads() {
 *   const { uploads, getRootProps, getInputProps, open } = useDirectUpload({ endpoint: '/api/images' })
 *   return (
 *     <div {...getRootProps()}>
 *       <input {...getInputProps()} />
 *       <button onClick={open}>Choose pictures</button>
 *       {uploads.map(({ id, name, status }) => <p key={id}>{name}: {status}</p>)}
 *     </div>
 *   )
 * }
 * ```
 */
export function useDirectUpload(options: UploadOptions = {}): UseDirectUploadResult {
  const uploader = useUploader(options)
  const { directory = false } = options
  const [tracker] = useState(() => trackUploader(uploader))
  const state = useSyncExternalStore(
    uploader.subscribe,
    tracker.getSnapshot,
    tracker.getSnapshot,
  )
  const accepted = acceptedBy(options.accept).join()
  const accept = useMemo(() => acceptMap(accepted.split(',')), [accepted])
  const { open: openDialog, ...dropzone } = useDropzone({
    accept,
    disabled: options.disabled ?? false,
    multiple: options.maxFiles !== 1,
    noClick: true,
    noKeyboard: true,
    getFilesFromEvent: async (event) => takeFiles(event, { uploader, directory }),
  })
  const { getRootProps, isDragActive, isDragReject, isDragGlobal } = dropzone
  const getInputProps = useMemo(
    () => (directory ? asFolderInput(dropzone.getInputProps) : dropzone.getInputProps),
    [dropzone.getInputProps, directory],
  )
  const open = useCallback(() => {
    uploader.preload()
    openDialog()
  }, [uploader, openDialog])
  return useMemo(() => {
    const taking = {
      getRootProps,
      getInputProps,
      open,
      isDragActive,
      isDragReject,
      isDragGlobal,
    }
    return tracker.track({ ...uploader.actions, ...taking }, state)
  }, [
    uploader,
    tracker,
    state,
    getRootProps,
    getInputProps,
    open,
    isDragActive,
    isDragReject,
    isDragGlobal,
  ])
}

/**
 * Hands files over in the event that brings them: a dropzone that reads them by itself forgets those of a drop when
 * another follows soon. While files are only held over the page, it judges them by their types.
 */
function takeFiles(
  event: DropEvent | FileSystemFileHandle[],
  { uploader, directory }: { uploader: Uploader; directory: boolean },
): DataTransferItem[] {
  if (Array.isArray(event)) return []
  if (event.type.startsWith('drag')) {
    uploader.preload()
    const { dataTransfer } = event as DragEvent // the only events of this name
    return Array.from(dataTransfer?.items ?? []).filter(({ kind }) => kind === 'file')
  }
  const { files, folders } = filesOf(event, { directory })
  if (files.length > 0) uploader.take(files)
  if (folders.length > 0) void takeFolders(folders, uploader)
  // So that the same file can be chosen again, and a required input is not satisfied by files of the past.
  if (event.target instanceof HTMLInputElement) event.target.value = ''
  return []
}

async function takeFolders(
  folders: readonly (FileSystemEntry | File)[],
  uploader: Uploader,
) {
  const { readFolder } = await import('./readFolder.ts')
  const found = await Promise.all(folders.map(readFolder))
  uploader.upload(found.flat())
}

/** The props of an input whose dialog asks for a folder, by an attribute that React's types do not know. */
const asFolderInput =
  (getInputProps: DropzoneState['getInputProps']): DropzoneState['getInputProps'] =>
  (props) =>
    Object.assign(getInputProps(props), { webkitdirectory: '' })
