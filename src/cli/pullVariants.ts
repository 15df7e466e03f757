import type { HostedVariant } from '../api/HostedImage.ts'
import type { ImagesClient } from '../server/ImagesClient.ts'

/** The account's variants as the option `variants` of `defineDelivery`, ready to be pasted. */
export async function pullVariants(images: ImagesClient): Promise<string> {
  const variants = Object.values(await images.variants.list())
  const lines = variants
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((variant) => `  ${key(variant.id)}: ${definition(variant)},\n`)
  return `variants: {\n${lines.join('')}}\n`
}

/** Names may begin with a digit, and some accounts have hyphens in them. */
const key = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`)

/** As code, without what only the account knows. */
const definition = ({ options, neverRequireSignedURLs }: HostedVariant): string => {
  const { fit, width, height, metadata, blur } = options
  const known = { width, height, fit, metadata, blur }
  const members = Object.entries({
    ...known,
    ...(neverRequireSignedURLs === true && { neverRequireSignedURLs }),
  }).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${name}: ${typeof value === 'string' ? `'${value}'` : value}`],
  )
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
