import { expect, test } from 'vitest'
import { sanitiseSvg } from '../../src/emulator/sanitiseSvg.ts'

const sanitised = (
  inner: string,
  root = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"',
) =>
  new TextDecoder().decode(
    sanitiseSvg(new TextEncoder().encode(`<svg ${root}>${inner}</svg>`)),
  )

/** What an XML parser of a browser's kind makes of it. */
const parsed = (text: string) => {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  if (root.localName !== 'svg') throw new Error(`not well-formed: ${text}`)
  return root
}

const everything = (element: Element): Element[] => [
  element,
  ...element.querySelectorAll('*'),
]

test('leaves shapes, gradients and references within the drawing as they are', () => {
  const drawing = parsed(
    sanitised(
      '<defs><linearGradient id="sky"><stop offset="0" stop-color="#f00"/></linearGradient></defs>' +
        '<g transform="translate(1 2)"><rect width="10" height="20" fill="url(#sky)"/></g>' +
        '<use xlink:href="#sky"/><text x="1">Fish &amp; chips &lt;3</text>',
      'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20" width="10"',
    ),
  )
  expect(drawing.namespaceURI).toBe('http://www.w3.org/2000/svg')
  expect(drawing.getAttribute('viewBox')).toBe('0 0 10 20')
  expect(drawing.querySelector('rect')?.getAttribute('fill')).toBe('url(#sky)')
  expect(drawing.querySelector('linearGradient stop')?.getAttribute('offset')).toBe('0')
  expect(
    drawing.querySelector('use')?.getAttributeNS('http://www.w3.org/1999/xlink', 'href'),
  ).toBe('#sky')
  expect(drawing.querySelector('text')?.textContent).toBe('Fish & chips <3')
})

test.each([
  ['a script', '<script>alert(1)</script>'],
  [
    'a script of another prefix',
    '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
  ],
  ['a script by reference', '<script href="https://evil.test/a.js"/>'],
  ['a script in character data', '<script><![CDATA[alert(1)]]></script>'],
  ['an event handler', '<rect onload="alert(1)" onclick=\'alert(2)\' width="1"/>'],
  ['an event handler after odd spaces', '<rect\n\tonload = "alert(1)"/>'],
  ['a link', '<a href="https://evil.test"><rect width="1"/></a>'],
  ['a script link', '<use href="javascript:alert(1)"/>'],
  ['a script link in entities', '<use href="&#106;ava&#x73;cript:alert(1)"/>'],
  [
    'an embedded document',
    '<foreignObject><iframe src="https://evil.test"/></foreignObject>',
  ],
  ['a picture of another origin', '<image href="https://evil.test/a.png"/>'],
  ['a picture by protocol', '<image xlink:href="//evil.test/a.png"/>'],
  ['a drawing of another origin', '<use href="https://evil.test/a.svg#b"/>'],
  ['a drawing in a drawing', '<image href="data:image/svg+xml,%3Csvg/%3E"/>'],
  ['a style that fetches', '<rect style="fill:url(https://evil.test/a)"/>'],
  [
    'a style sheet that fetches',
    '<style>@import "https://evil.test/a.css"; rect { fill: red }</style>',
  ],
  [
    'a style sheet that hides a word',
    '<style>rect { fill: u\\72l(https://evil.test/a) }</style>',
  ],
  [
    'a style sheet in pieces',
    '<style>rect { fill: ur<!-- -->l(https://evil.test/a) }</style>',
  ],
  [
    'a style sheet around a tag',
    '<style>rect { fill: ur<g/>l(https://evil.test/a) }</style>',
  ],
  [
    'a style sheet in data',
    '<style>rect { fill: ur<![CDATA[l(https://evil.test/a)]]> }</style>',
  ],
  ['an attribute that fetches', '<rect fill="url( \'https://evil.test/a\' )"/>'],
  ['an animated link', '<use><set attributeName="href" to="javascript:alert(1)"/></use>'],
  ['an animated handler', '<rect><set attributeName="onload" to="alert(1)"/></rect>'],
  [
    'an animated link by prefix',
    '<use><animate attributeName="xlink:href" values="javascript:alert(1)"/></use>',
  ],
  [
    'an animated link that is named twice',
    '<use><set attributeName="href" attributeName="x" to="https://evil.test"/></use>',
  ],
  ['an instruction', '<?xml-stylesheet href="https://evil.test/a.css"?>'],
])('takes out %s and keeps the rest', (_, evil) => {
  const text = sanitised(`<circle r="1"/>${evil}<ellipse rx="2"/>`)
  const drawing = parsed(text)
  expect(drawing.querySelector('circle')).not.toBeNull()
  expect(drawing.querySelector('ellipse')?.getAttribute('rx')).toBe('2')
  expect(text).not.toMatch(/evil\.test|alert|javascript|<a\b|script/i)
  for (const element of everything(drawing)) {
    for (const { name } of element.attributes) expect(name).not.toMatch(/^on/i)
  }
})

test('drops comments, the doctype and its entities, and what follows the root', () => {
  const text = new TextDecoder().decode(
    sanitiseSvg(
      new TextEncoder().encode(
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]><!-- <script/> -->' +
          '<svg xmlns="http://www.w3.org/2000/svg"><!-- x --><text>&x;a</text></svg><script>alert(2)</script>',
      ),
    ),
  )
  expect(parsed(text).textContent).toBe('a')
  expect(text).not.toMatch(/script|ENTITY|<!--/)
})

test('is well-formed whatever was missing', () => {
  const drawing = parsed(sanitised('<g><script><rect>').replace(/<\/svg>$/, '</svg>'))
  expect(drawing.querySelector('g')).not.toBeNull()
  expect(drawing.querySelector('rect')).toBeNull()
})

test('refuses what is no drawing', () => {
  expect(() => sanitiseSvg(new TextEncoder().encode('<html><svg/></html>'))).toThrow(
    /not an SVG/,
  )
})

test.each([
  '<',
  '<a ',
  '<svg ',
  '"',
  "<a b='",
  '<!--',
  '<![CDATA[',
  '<!DOCTYPE [',
  '&',
  ']',
  '<svg a="',
])('takes less than a second over a megabyte of %s', (nonsense) => {
  const bytes = new TextEncoder().encode(
    `<svg>${nonsense.repeat(1_000_000 / nonsense.length)}`,
  )
  const start = performance.now()
  sanitiseSvg(bytes)
  expect(performance.now() - start).toBeLessThan(1_000)
})
