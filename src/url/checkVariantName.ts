import { ImagesError } from '../api/ImagesError.ts'

/** Gives back a name that can be a variant's. @throws ImagesError `unknown-variant`. */
export function checkVariantName(name: string): string {
  if (/^[\w-]+$/.test(name)) return name
  throw new ImagesError(
    'unknown-variant',
    `"${name}" is no name of a variant, so no URL can end in it. Use letters and digits; options are passed as an object.`,
  )
}
