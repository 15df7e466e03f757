/** The bytes of a value as JSON, by which Cloudflare measures metadata. */
export function jsonBytes(value: object): number {
  return new TextEncoder().encode(JSON.stringify(value)).length
}
