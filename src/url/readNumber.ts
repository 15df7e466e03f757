/** The number that `text` is, or `text` where it is none. */
export function readNumber(text: string): number | string {
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : text
}
