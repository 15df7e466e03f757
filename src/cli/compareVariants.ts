import type { HostedVariant } from '../api/HostedImage.ts'
import type { Delivery, VariantDefinition } from '../url/Delivery.ts'

/** How one variant stands in code and in the account. */
export interface VariantDifference {
  name: string
  state: 'same' | 'missing' | 'different' | 'only in the account'
  /** What code says, as the account would hold it. */
  variant?: HostedVariant
  /** In words, what is different. */
  about: string
}

/** Compares the variants in code with those of the account, by name; what code leaves open may be anything. */
export function compareVariants(
  code: Delivery['variants'],
  account: Readonly<Record<string, HostedVariant>>,
): VariantDifference[] {
  const names = [...new Set([...Object.keys(code), ...Object.keys(account)])].sort()
  return names.map((name) => {
    const definition = code[name]
    const stored = account[name]
    if (!definition) return { name, state: 'only in the account', about: '' }
    const variant = hostedVariant(name, definition)
    if (!stored) return { name, state: 'missing', variant, about: words(variant.options) }
    const about = differences(variant, stored).join(', ')
    return { name, state: about === '' ? 'same' : 'different', variant, about }
  })
}

/** A definition as the account holds it. */
const hostedVariant = (
  id: string,
  { neverRequireSignedURLs = false, ...options }: VariantDefinition,
): HostedVariant => ({
  id,
  options: Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ),
  neverRequireSignedURLs,
})

const differences = (wanted: HostedVariant, stored: HostedVariant): string[] => {
  const has = new Map(Object.entries(stored.options))
  const changed = Object.entries(wanted.options)
    .filter(([option, value]) => has.get(option) !== value)
    .map(([option, value]) => `${option} ${String(has.get(option) ?? '–')} → ${value}`)
  const isSigned =
    (stored.neverRequireSignedURLs ?? false) !== wanted.neverRequireSignedURLs
  return isSigned
    ? [...changed, `neverRequireSignedURLs → ${wanted.neverRequireSignedURLs}`]
    : changed
}

const words = (options: object): string =>
  Object.entries(options)
    .map(([option, value]) => `${option} ${value}`)
    .join(', ')
