import { ImagesError } from '../api/ImagesError.ts'
import type { DeliveryOptions } from './defineDelivery.ts'

/** Checks that the parts of a delivery can stand in a URL. @throws ImagesError `no-delivery`, which says what they take. */
export function checkDelivery({
  accountHash,
  baseUrl = '',
  variants,
  path,
}: DeliveryOptions): void {
  check(
    /^[\w-]+$/.test(accountHash),
    'accountHash',
    accountHash,
    'letters, digits, - and _',
  )
  check(
    basePattern.test(baseUrl),
    'baseUrl',
    baseUrl,
    'http(s)://host, a path that begins with /, or nothing',
  )
  check(
    path === undefined || isPathPattern(path),
    'path',
    path,
    'such as /photos/{id}/{leaf}',
  )
  for (const name of Object.keys(variants ?? {})) {
    check(
      /^[\w-]{1,99}$/.test(name),
      'variants',
      name,
      'named by 1 to 99 letters and digits',
    )
  }
}

const basePattern = /^(?:(?:https?:)?\/\/[\w.:[\]-]+)?(?:\/[\w.~%@-]+)*$/i

/** Whether `{id}` and `{leaf}` stand in it once, as segments among plain ones. */
function isPathPattern(path: string): boolean {
  const segments = path.split('/')
  const count = (name: string) => segments.filter((segment) => segment === name).length
  return (
    segments.shift() === '' &&
    count('{id}') === 1 &&
    count('{leaf}') === 1 &&
    count('{hash}') <= 1 &&
    segments.every((segment) => /^(?:\{(?:id|leaf|hash)\}|[\w.~%@-]+)$/.test(segment))
  )
}

function check(valid: boolean, name: string, value: unknown, takes: string): void {
  if (valid) return
  throw new ImagesError(
    'no-delivery',
    `The delivery's ${name} cannot be ${JSON.stringify(value)}: no image would be found. It has to be ${takes}.`,
  )
}
