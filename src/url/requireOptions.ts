import { isDevelopment } from '#development'
import { checkOptions } from './checkOptions.ts'
import { optionNames } from './optionNames.ts'
import { unknownOption } from './unknownOption.ts'

/**
 * Refuses options that no hosted URL has, and in development also values that they do not take.
 *
 * @throws ImagesError `invalid-options`, which says what is accepted, or where else the option works.
 */
export function requireOptions(options: object): void {
  if (isDevelopment) checkOptions(options)
  const stranger = Object.keys(options).find((name) => !names.has(name))
  if (stranger !== undefined) throw unknownOption(stranger)
}

const names: ReadonlySet<string> = /* @__PURE__ */ new Set(optionNames)
