import type { HostedVariant } from '../api/HostedImage.ts'
import type { Delivery, VariantDefinition } from '../url/Delivery.ts'
import { defineDelivery } from '../url/defineDelivery.ts'
import type { EmulatorContext } from './EmulatorContext.ts'

/** How to address the images of the emulated account, with its variants as last read or written. */
export function accountDelivery(
  { account, accountHash, path }: EmulatorContext,
  origin: string,
): Delivery {
  const { variants, config } = account.latest()
  return defineDelivery({
    accountHash,
    baseUrl: path === undefined ? `${origin}/cdn-cgi/imagedelivery` : origin,
    path,
    flexible: config.flexible_variants === true,
    variants: Object.fromEntries(
      Object.entries(variants).map(([name, variant]) => [name, definitionOf(variant)]),
    ),
  })
}

const definitionOf = ({
  options,
  neverRequireSignedURLs,
}: HostedVariant): VariantDefinition => {
  const { fit, width, height, metadata, blur } = options
  return { fit, width, height, metadata, blur, neverRequireSignedURLs }
}
