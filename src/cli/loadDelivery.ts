import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ImagesError } from '../api/ImagesError.ts'
import type { Delivery } from '../url/Delivery.ts'

/**
 * Loads the value of `defineDelivery` from a module of the user's: its export `delivery`, or its default.
 *
 * @throws `not-found` where there is no such module, or nothing in it.
 */
export async function loadDelivery(file: string): Promise<Delivery> {
  const module = await importFile(file)
  const value = module['delivery'] ?? module['default']
  if (isDelivery(value)) return value
  throw new ImagesError(
    'not-found',
    `${file} exports no \`delivery\` made by defineDelivery.`,
  )
}

const importFile = async (file: string): Promise<Record<string, unknown>> => {
  try {
    return (await import(pathToFileURL(resolve(file)).href)) as Record<string, unknown> // a module, by definition
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause)
    const hint = /Unknown file extension/.test(words)
      ? ' This Node reads no TypeScript: run it with NODE_OPTIONS="--import tsx".'
      : ''
    throw new ImagesError('not-found', `${file} could not be loaded: ${words}.${hint}`, {
      cause,
    })
  }
}

const isDelivery = (value: unknown): value is Delivery =>
  typeof value === 'object' &&
  value !== null &&
  'accountHash' in value &&
  'variants' in value
