import type { Plugin } from 'vite'

/** A change that breaks the library on purpose, to see whether anybody notices. */
export interface Sabotage {
  name: string
  /** End of the file's path. */
  file: string
  /** What is replaced; it has to be there. */
  from: string
  to: string
}

/** Breaks the library as a page is given it. */
export function sabotaged({ name, file, from, to }: Sabotage): Plugin {
  return {
    name: 'sabotage',
    enforce: 'pre',
    transform: (code, id) => {
      if (!id.split('?')[0]!.endsWith(file)) return undefined
      if (!code.includes(from))
        throw new Error(`The sabotage “${name}” finds nothing to break in ${file}.`)
      return code.replace(from, to)
    },
  }
}
