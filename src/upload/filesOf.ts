import { markFolder } from './refuseUnread.ts'

/**
 * The files of a drop, a paste or a choice, read at once: a browser forgets them when the event is over.
 *
 * A dropped folder comes as one marked file, so that its row can say why it is not taken.
 */
export function filesOf(event: object): File[] {
  const { dataTransfer, clipboardData, target } = event as {
    dataTransfer?: DataTransfer | null
    clipboardData?: DataTransfer | null
    target?: { files?: FileList | null; value?: string } | null
  } // whatever kind of event it is, it has one of these
  const transfer = dataTransfer ?? clipboardData
  if (!transfer) return Array.from(target?.files ?? [])
  const items = Array.from(transfer.items ?? []).filter(({ kind }) => kind === 'file')
  const files = items.flatMap((item) => fileOf(item) ?? [])
  return files.length > 0 ? files : Array.from(transfer.files ?? [])
}

function fileOf(item: DataTransferItem): File | null {
  const entry = item.webkitGetAsEntry?.()
  const file = item.getAsFile()
  if (!entry?.isDirectory) return file
  return markFolder(file ?? new File([], entry.name))
}
