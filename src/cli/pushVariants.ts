import type { ImagesClient } from '../server/ImagesClient.ts'
import type { Delivery } from '../url/Delivery.ts'
import { compareVariants } from './compareVariants.ts'

/** What `pushVariants` does. */
export interface PushOptions {
  images: ImagesClient
  /** Whether the account stays as it is. */
  dryRun: boolean
}

/**
 * Makes the account's variants those in code. One that is only in the account stays: something may still show it.
 *
 * @returns what was done, line by line
 */
export async function pushVariants(
  { variants }: Pick<Delivery, 'variants'>,
  { images, dryRun }: PushOptions,
): Promise<string> {
  const found = compareVariants(variants, await images.variants.list())
  const lines: string[] = []
  for (const { name, state, variant, about } of found) {
    lines.push(`${signs[state]} ${name}${about && `  ${about}`}\n`)
    if (dryRun || !variant) continue
    const { id, ...patch } = variant
    if (state === 'missing') await images.variants.create(variant)
    if (state === 'different') await images.variants.update(id, patch)
  }
  const changes = found.filter(
    ({ state }) => state === 'missing' || state === 'different',
  )
  const done = dryRun ? 'would change' : 'changed'
  return `${lines.join('')}${changes.length} ${done}${dryRun ? '; run without --dry-run to change them' : ''}.\n`
}

const signs = {
  same: '=',
  missing: '+',
  different: '~',
  'only in the account': '?',
} as const
