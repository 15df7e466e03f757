import { ImagesError } from '../api/ImagesError.ts'
import { svgTokens } from './svgTokens.ts'
import type { SvgAttribute } from './svgTokens.ts'

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
  const out: string[] = []
  const open: string[] = []
  let dropped = 0 // how many of the innermost open elements are left out
  let css = '' // of the open style element, judged as a whole: its pieces are read as one

  for (const token of svgTokens(new TextDecoder().decode(bytes))) {
    const parent = open.at(-1)
    if (token.kind === 'text') {
      if (parent === undefined || dropped > 0) continue
      if (parent === 'style') css += token.text
      else out.push(escaped(token.text))
      continue
    }
    const name = token.name.slice(token.name.indexOf(':') + 1)
    if (token.kind === 'close') {
      if (parent !== name) break
      open.pop()
      if (dropped > 0) dropped -= 1
      else out.push(`${name === 'style' ? escaped(safeCss(css)) : ''}</${name}>`)
      if (open.length === 0) break // nothing after the root
      continue
    }
    const isRoot = parent === undefined
    if (isRoot && name !== 'svg') break
    const isDropped =
      dropped > 0 ||
      parent === 'style' ||
      !elements.has(name) ||
      setsReference(name, token.attributes)
    if (!isDropped) {
      if (name === 'style') css = ''
      const attributes = (isRoot ? namespaces : '') + written(token.attributes)
      out.push(`<${name}${attributes}${token.isEmpty ? '/' : ''}>`)
    }
    if (token.isEmpty && isRoot) break
    if (token.isEmpty) continue
    open.push(name)
    if (isDropped) dropped += 1
  }

  if (out.length === 0)
    throw new ImagesError('unsupported-type', 'The file is not an SVG.')
  const unclosed = open.slice(0, open.length - dropped).reverse()
  return new TextEncoder().encode(
    out.join('') + unclosed.map((name) => `</${name}>`).join(''),
  )
}

const namespaces =
  ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

const elements: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image switch ' +
    'clipPath mask marker pattern linearGradient radialGradient stop filter feBlend feColorMatrix feComponentTransfer ' +
    'feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB ' +
    'feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting ' +
    'feSpotLight feTile feTurbulence style animate animateMotion animateTransform set mpath view metadata'
  ).split(' '),
)

/** An animation may set a reference to what was taken out of it. */
const setsReference = (name: string, attributes: readonly SvgAttribute[]) => {
  if (!/^(?:animate(?:Transform)?|set)$/.test(name)) return false
  const [, target = ''] = attributes.find(([key]) => key === 'attributeName') ?? []
  return !/^(?!href|on)[a-z-]+$/i.test(target)
}

const written = (attributes: readonly SvgAttribute[]) =>
  attributes
    .filter(([name, value], at) => isSafe(name, value) && isFirst(attributes, at))
    .map(
      ([name, value]) =>
        ` ${name}="${escaped(name === 'style' ? safeCss(value) : value)}"`,
    )
    .join('')

/** Twice the same attribute is not well-formed. */
const isFirst = (attributes: readonly SvgAttribute[], at: number) =>
  attributes.findIndex(([name]) => name === attributes[at]?.[0]) === at

const isSafe = (name: string, value: string) => {
  if (/^(?:on|xmlns)/i.test(name)) return false
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
  /javascript:|expression\s*\(/i.test(value) ||
  Array.from(value.matchAll(/url\(\s*["']?\s*([^"')]*)/gi)).some(
    ([, target = '']) => !isOwnReference(target),
  )

/** Style rules, or nothing where one of them fetches. Escapes could hide a word, so they do not pass. */
const safeCss = (css: string) =>
  /@import|\\|image-set|src\s*\(/i.test(css) || leadsAway(css) ? '' : css

const escaped = (text: string) =>
  text
    .replace(notXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** Characters that XML does not have, not even as references. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
