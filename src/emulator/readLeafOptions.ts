import { isImagesError } from '../api/ImagesError.ts'
import { optionTable } from '../url/optionTable.ts'
import type { OptionRow } from '../url/optionTable.ts'
import { parseOptions } from '../url/parseOptions.ts'
import type { TransformOptions } from '../url/TransformOptions.ts'
import type { CompleteFidelity } from './Fidelity.ts'
import { Refusal } from './Refusal.ts'

/** The options in a leaf, as strict as the account is told to be. @throws Refusal 9401 [errors] */
export function readLeafOptions(
  leaf: string,
  fidelity: CompleteFidelity,
): TransformOptions {
  const options = parse(overlooking(leaf, fidelity))
  if (options.width === 'auto' && !fidelity.autoWidth)
    throw new Refusal(9401, { reason: 'width=auto is not for hosted images' })
  return options
}

/** The leaf without what is overlooked. */
const overlooking = (leaf: string, { unknownOptions, highDpr }: CompleteFidelity) =>
  leaf
    .split(',')
    .filter((part) => unknownOptions === 'refused' || isKnown(part))
    .map((part) => (highDpr === 'lowered' && isHighDpr(part) ? 'dpr=2' : part))
    .join(',')

const parse = (text: string): TransformOptions => {
  try {
    return text === '' ? {} : parseOptions(text)
  } catch (error) {
    if (isImagesError(error)) throw new Refusal(9401, { reason: error.message })
    throw error
  }
}

const isKnown = (part: string) => names.has(part.split('=')[0]!.split('.')[0]!)

const names: ReadonlySet<string> = new Set(
  Object.entries<OptionRow>(optionTable).flatMap(([name, { aliases = [] }]) => [
    name,
    ...aliases,
  ]),
)

const isHighDpr = (part: string) => part.startsWith('dpr=') && Number(part.slice(4)) > 2
