import { isPictureName } from './isPictureName.ts'

/** The pictures in a folder and in the folders in it; whatever else lies there goes without a word. */
export async function readFolder(folder: FileSystemEntry): Promise<File[]> {
  if (isFolder(folder)) {
    const found = await Promise.all((await entriesOf(folder)).map(readFolder))
    return found.flat()
  }
  if (!isPictureName(folder.name)) return []
  return new Promise((resolve) => {
    ;(folder as FileSystemFileEntry).file(
      (file) => resolve([file]),
      () => resolve([]),
    )
  })
}

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
