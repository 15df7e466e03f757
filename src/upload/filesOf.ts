import { isPictureName } from './isPictureName.ts'
import { markFolder } from './refuseUnread.ts'

/** What an event brings. */
export interface FilesOfEvent {
  files: File[]
  /** Folders whose contents are wanted. */
  folders: FileSystemEntry[]
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
  if (!transfer) return { files: chosen(target?.files, directory), folders: [] }
  const items = Array.from(transfer.items ?? []).filter(({ kind }) => kind === 'file')
  const entries = items.map((item) => item.webkitGetAsEntry?.())
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

/** A chosen folder comes with everything in it; what has the name of no picture goes without a word. */
function chosen(list: FileList | null | undefined, directory: boolean): File[] {
  const files = Array.from(list ?? [])
  return directory ? files.filter(({ name }) => isPictureName(name)) : files
}
