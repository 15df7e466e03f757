import { ImagesError } from '../api/ImagesError.ts'

/**
 * An SVG without what could run, lead away or fetch: scripts, event handlers, links, embedded documents, references
 * to other origins. Cloudflare's does the same [doc limits: svg-hush].
 *
 * What is not on a list does not pass, and every tag is written anew from its parts, so no parser can read more into
 * the answer than was judged here.
 *
 * @throws ImagesError `unsupported-type` where it is not an SVG after all
 */
export function sanitiseSvg(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(bytes)
  const out: string[] = []
  const open: string[] = []
  let dropped = 0
  for (const token of text.matchAll(tokens)) {
    const { comment, name, rest = '', close, characters } = token.groups ?? {}
    if (comment !== undefined) continue
    if (characters !== undefined) {
      const inStyle = open.at(-1) === 'style'
      if (dropped === 0 && open.length > 0)
        out.push(
          inStyle ? escaped(safeCss(decoded(characters))) : escaped(decoded(characters)),
        )
    } else if (close !== undefined) {
      if (open.at(-1) !== localName(close)) continue
      open.pop()
      if (dropped > 0) dropped -= 1
      else out.push(`</${localName(close)}>`)
      if (open.length === 0) break // nothing after the root
    } else if (name !== undefined) {
      const element = localName(name)
      const isEmpty = rest.endsWith('/')
      const isRoot = open.length === 0
      if (isRoot && element !== 'svg') break
      const drop =
        dropped > 0 || !elements.has(element) || animatesReference(element, rest)
      if (!drop)
        out.push(
          `<${element}${isRoot ? namespaces : ''}${attributes(rest)}${isEmpty ? '/' : ''}>`,
        )
      if (isEmpty && isRoot) break
      if (isEmpty) continue
      open.push(element)
      if (drop) dropped += 1
    }
  }
  if (out.length === 0)
    throw new ImagesError('unsupported-type', 'The file is not an SVG.')
  if (dropped > 0) open.length -= dropped
  return new TextEncoder().encode(
    out.join('') +
      open
        .reverse()
        .map((name) => `</${name}>`)
        .join(''),
  )
}

/** Comments, declarations, character data; closing tags; opening tags with their attributes; text. */
const tokens =
  /(?<comment><!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!DOCTYPE(?:[^[>]|\[[\s\S]*?\]\s*(?=>))*>|<!\[CDATA\[(?=[\s\S]*?\]\]>)|\]\]>)|<\/(?<close>[\w:.-]+)\s*>|<(?<name>[\w:.-]+)(?<rest>(?:[^<>"']|"[^"]*"|'[^']*')*)>|(?<characters>[^<\]]+|\](?!\]>)|<)/gi

const namespaces =
  ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

const elements = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image switch ' +
    'clipPath mask marker pattern linearGradient radialGradient stop filter feBlend feColorMatrix feComponentTransfer ' +
    'feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB ' +
    'feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting ' +
    'feSpotLight feTile feTurbulence style animate animateMotion animateTransform set mpath view metadata'
  ).split(' '),
)

/** An animation may set a reference to what was taken out of it. */
const animatesReference = (element: string, rest: string) =>
  /^(?:animate(?:Transform)?|set)$/.test(element) &&
  !pairs(rest).some(
    ([name, value]) => name === 'attributeName' && /^(?!href|on)[a-z-]+$/i.test(value),
  )

const pairs = (rest: string): [name: string, value: string][] =>
  [...rest.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, name = '', double, single]) => [name, decoded(double ?? single ?? '')],
  )

const attributes = (rest: string) =>
  pairs(rest)
    .filter(([name, value]) => isSafe(name, value))
    .map(
      ([name, value]) =>
        ` ${name}="${escaped(name === 'style' ? safeCss(value) : value)}"`,
    )
    .join('')

const isSafe = (name: string, value: string) => {
  if (/^on/i.test(name) || /^xmlns/i.test(name)) return false
  if (name.includes(':') && !/^(?:xlink:href|xml:space|xml:lang)$/.test(name))
    return false
  if (/^(?:xlink:)?href$|^src$/i.test(name)) return isOwnReference(value)
  return name === 'style' || !leadsAway(value)
}

/** A part of the same drawing, or a picture within it. */
const isOwnReference = (value: string) =>
  /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,])/i.test(value)

/** Every `url(…)` must be a part of the same drawing. */
const leadsAway = (value: string) =>
  [...value.matchAll(/url\s*\(\s*(?:"|')?\s*([^"')]*)/gi)].some(
    ([, target = '']) => !isOwnReference(target),
  ) || /javascript:|expression\s*\(/i.test(value)

/** Style rules, or nothing where one of them fetches. Escapes could hide a word, so they do not pass. */
const safeCss = (css: string) =>
  /@import|\\|image-set|<|src\s*\(/i.test(css) || leadsAway(css) ? '' : css

const decoded = (text: string) =>
  text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (_, hex?: string, decimal?: string, name = '') => {
      const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
      if (code === undefined) return named[String(name)] ?? ''
      return code > 0x10ffff ? '' : String.fromCodePoint(code)
    },
  )

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

const escaped = (text: string) =>
  text
    // eslint-disable-next-line no-control-regex -- XML has no such characters, not even as references
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
