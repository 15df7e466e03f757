import { acceptedTypes } from '../api/acceptedTypes.ts'

/** Whether a file of a folder is called like a picture: `.DS_Store` and its like are nobody's upload. */
export function isPictureName(name: string): boolean {
  return endings.test(name) && !name.startsWith('.')
}

const endings = new RegExp(`(${Object.values(acceptedTypes).flat().join('|')})$`, 'i')
