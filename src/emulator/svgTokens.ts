/** A piece of an XML document, in the order of writing. */
export type SvgToken =
  | { kind: 'open'; name: string; attributes: readonly SvgAttribute[]; isEmpty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

/** An attribute with its value decoded. */
export type SvgAttribute = readonly [name: string, value: string]

/**
 * Reads tags and text, character references decoded; comments, instructions and the doctype are left out. Ends at the
 * first thing that is not well-formed, where an XML parser would give up too.
 *
 * Looks at every character a fixed number of times, whatever the text is.
 */
export function* svgTokens(text: string): Generator<SvgToken> {
  let at = 0
  while (at < text.length) {
    const tag = text.indexOf('<', at)
    if (tag < 0) return
    if (tag > at) yield { kind: 'text', text: decoded(text.slice(at, tag)) }
    const skipped = skipUnread(text, tag)
    if (skipped !== undefined) {
      if (skipped.data !== undefined) yield { kind: 'text', text: skipped.data }
      at = skipped.end
      continue
    }
    tagPattern.lastIndex = tag
    const match = tagPattern.exec(text)
    if (!match) return
    const { close, name = '', rest = '', empty } = match.groups ?? {}
    yield close === undefined
      ? {
          kind: 'open',
          name,
          attributes: attributesOf(rest),
          isEmpty: empty !== undefined,
        }
      : { kind: 'close', name: close }
    at = tagPattern.lastIndex
  }
}

const tagPattern =
  /<(?:\/(?<close>[\w:.-]+)\s*|(?<name>[\w:.-]+)(?<rest>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/)?)>/y

const attributePattern = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const attributesOf = (rest: string): SvgAttribute[] =>
  Array.from(rest.matchAll(attributePattern), ([, name = '', double, single]) => [
    name,
    decoded(double ?? single ?? ''),
  ])

/** Where something ends that is not read: a comment, an instruction, a doctype; character data is text as it stands. */
const skipUnread = (
  text: string,
  at: number,
): { end: number; data?: string } | undefined => {
  const ending = (mark: string) => {
    const found = text.indexOf(mark, at)
    return found < 0 ? text.length : found + mark.length
  }
  if (text.startsWith('<!--', at)) return { end: ending('-->') }
  if (text.startsWith('<?', at)) return { end: ending('?>') }
  if (text.startsWith('<![CDATA[', at)) {
    const end = ending(']]>')
    return { end, data: text.slice(at + 9, end - 3) }
  }
  if (!text.startsWith('<!', at)) return undefined
  const close = ending('>')
  const subset = text.slice(at, close).includes('[')
  return { end: subset ? afterSubset(text, at) : close }
}

/** A doctype with declarations of its own ends with `]>`. */
const afterSubset = (text: string, at: number) => {
  const match = /\]\s*>/g
  match.lastIndex = at
  return match.exec(text) ? match.lastIndex : text.length
}

/** Character references become characters; entities of the document's own making become nothing. */
const decoded = (text: string) =>
  text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (_, hex?: string, decimal?: string, name = '') => {
      const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
      if (code === undefined) return named.get(String(name)) ?? ''
      return code > 0x10ffff ? '' : String.fromCodePoint(code)
    },
  )

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])
