import type { SlotSizes } from './SlotOptions.ts'

/**
 * The widths of a slot that a `sizes` attribute tells, as `sizesAttribute` writes them; undefined where it says more
 * than minimal viewport widths and lengths in px or vw.
 */
export function readSizes(text: string): SlotSizes | undefined {
  const slot: Record<string, string> = {}
  for (const step of text.replace(/^auto,\s*/, '').split(/,\s*/)) {
    const [, from = 'base', size] =
      /^(?:\(min-width:\s*(\d+)px\)\s*)?([\d.]+(?:px|vw))$/.exec(step) ?? []
    if (!size) return undefined
    slot[from] = size
  }
  const { base } = slot as { base?: string }
  return base ? { ...slot, base } : undefined
}
