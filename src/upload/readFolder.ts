import { acceptedTypes } from '../api/acceptedTypes.ts'

/** The pictures in a folder and in the folders in it; whatever else lies there goes without a word. */
export async function readFolder(folder: FileSystemEntry | File): Promise<File[]> {
  if (folder instanceof File) return isPicture(folder) ? [folder] : []
  if (isFolder(folder)) {
    const found = await Promise.all((await entriesOf(folder)).map(readFolder))
    return found.flat()
  }
  if (!isPicture(folder)) return []
  return new Promise((resolve) => {
    ;(folder as FileSystemFileEntry).file(
      (file) => resolve([file]),
      () => resolve([]),
    )
  })
}

/** Whether it is called like a picture: `.DS_Store` and its like are nobody's upload. */
const isPicture = ({ name }: { name: string }) =>
  endings.test(name) && !name.startsWith('.')

const endings = new RegExp(`(${Object.values(acceptedTypes).flat().join('|')})$`, 'i')

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory

/** Browsers tell a hundred at a time, and none when there are no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]))
    })
    if (some.length === 0) return all
    all.push(...some)
  }
}
