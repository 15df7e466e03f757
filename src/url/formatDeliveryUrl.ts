import { formatOptions } from './formatOptions.ts'
import { imageUrl } from './imageUrl.ts'
import type { ParsedDeliveryUrl } from './parseDeliveryUrl.ts'
import { signatureQuery } from './signatureQuery.ts'

/** Writes what `parseDeliveryUrl` read: its inverse. @throws ImagesError `invalid-id`, `invalid-options`. */
export function formatDeliveryUrl(parsed: ParsedDeliveryUrl): string {
  const leaf = parsed.variant ?? formatOptions(parsed.options ?? {})
  return imageUrl(parsed, parsed.imageId, leaf) + signatureQuery(parsed)
}
