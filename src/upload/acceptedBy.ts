import { acceptedTypes } from '../api/acceptedTypes.ts'
import { usualTypes } from '../api/usualTypes.ts'
import type { UploadOptions } from './UploadOptions.ts'

/** The MIME types that `accept` names; `image/*` and endings such as `.png` are spelled out. */
export function acceptedBy(accept: UploadOptions['accept']): readonly string[] {
  return wordsOf(accept).flatMap((word) => {
    if (word === 'image/*') return Object.keys(acceptedTypes)
    return word.startsWith('.') ? typesOf(word) : word
  })
}

/** MIME types with the endings they have, as react-dropzone takes them: browsers do not know the type of every file. */
export function acceptMap(types: readonly string[]): Record<string, readonly string[]> {
  const known: Record<string, readonly string[]> = acceptedTypes
  return Object.fromEntries(types.map((type) => [type, known[type] ?? []]))
}

function wordsOf(accept: UploadOptions['accept']): readonly string[] {
  if (accept === undefined) return usualTypes
  if (typeof accept === 'string') return accept.split(',').map((word) => word.trim())
  return isList(accept) ? accept : Object.keys(accept)
}

const isList = (accept: object): accept is readonly string[] => Array.isArray(accept)

const typesOf = (ending: string) =>
  Object.entries(acceptedTypes)
    .filter(([, endings]) =>
      (endings as readonly string[]).includes(ending.toLowerCase()),
    )
    .map(([type]) => type)
