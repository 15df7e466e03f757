import { markFolder } from './refuseUnread.ts'

/** What an event brings. */
export interface FilesOfEvent {
  files: File[]
  /** Folders whose contents are wanted; one that was chosen comes as the files in it. */
  folders: (FileSystemEntry | File)[]
}

/**
 * The files of a drop, a paste or a choice, taken at once: a browser forgets them when the event is over.
 *
 * A dropped folder that is not wanted comes as one marked file, so that its row can say why it is not taken.
 */
export function filesOf(
  event: object,
  { directory = false }: { directory?: boolean | undefined } = {},
): FilesOfEvent {
  const { dataTransfer, clipboardData, target } = event as {
    dataTransfer?: DataTransfer | null
    clipboardData?: DataTransfer | null
    target?: { files?: FileList | null; value?: string } | null
  } // whatever kind of event it is, it has one of these
  const transfer = dataTransfer ?? clipboardData
  if (!transfer) {
    const chosen = Array.from(target?.files ?? [])
    return directory ? { files: [], folders: chosen } : { files: chosen, folders: [] }
  }
  const items = Array.from(transfer.items ?? []).filter(({ kind }) => kind === 'file')
  // Browsers look at the disk for each entry, so what says that it is a picture is taken at its word.
  const entries = items.map((item) =>
    directory || !item.type.startsWith('image/') ? item.webkitGetAsEntry?.() : undefined,
  )
  const folders = directory ? entries.filter((entry) => !!entry?.isDirectory) : []
  const files = items.flatMap((item, at) => {
    const entry = entries[at]
    const file = item.getAsFile()
    if (!entry?.isDirectory) return file ?? []
    return directory ? [] : markFolder(file ?? new File([], entry.name))
  })
  const all = items.length > 0 ? files : Array.from(transfer.files ?? [])
  return { files: all, folders: folders as FileSystemEntry[] } // none of them is missing
}
