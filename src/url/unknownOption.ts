import { ImagesError } from '../api/ImagesError.ts'
import { foreignOptions } from './foreignOptions.ts'
import { optionNames } from './optionNames.ts'

/** The error for an option that no hosted URL has; it says where else the option works. */
export function unknownOption(name: string): ImagesError {
  const elsewhere = Object.hasOwn(foreignOptions, name)
    ? `It works ${foreignOptions[name as keyof typeof foreignOptions]}.`
    : `The options are ${optionNames.join(', ')}.`
  return new ImagesError(
    'invalid-options',
    `"${name}" is no option of a hosted image's URL: Cloudflare would refuse the URL. ${elsewhere}`,
  )
}
