// What a server pays to render one picture, beside an <img> written by hand and the peers, and the HTML that it sends.
import type { ReactElement } from 'react'
import type * as door from 'react-cloudflare-images'
import { buildDoor } from './buildDoor.ts'
import { createReport } from './createReport.ts'
import { installPeers } from './installPeers.ts'
import { ratesOf, table } from './ratesOf.ts'

// React reads it once, when it is loaded.
process.env['NODE_ENV'] = 'production'
const { createElement } = await import('react')
const { renderToString } = await import('react-dom/server')
const { defineDelivery, ResponsiveImage, VariantImage } =
  await buildDoor<typeof door>('index')
const { elements } = await installPeers<{
  elements: Record<string, () => Promise<() => ReactElement>>
}>('elements.mjs')
const report = createReport('render')

const delivery = defineDelivery({
  accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
  variants: { card: { width: 800, height: 600, fit: 'cover' } },
})
const id = '083eb7b2-5392-4565-b69e-aff66acddd00'
const alt = 'A coast'
const image = { id, meta: { rci: { w: 4000, h: 3000 } } }
const place = `https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q/${id}`
const byHand = 'an <img> by hand, with seven candidates'

const makers = new Map<string, () => ReactElement>([
  [
    byHand,
    () =>
      createElement('img', {
        alt,
        src: `${place}/width=800`,
        srcSet: [640, 800, 960, 1080, 1216, 1376, 1600]
          .map((width) => `${place}/width=${width} ${width}w`)
          .join(', '),
        sizes: '(min-width: 800px) 800px, 100vw',
        width: 800,
        height: 600,
        loading: 'lazy',
        decoding: 'async',
      }),
  ],
  [
    'ours, constrained',
    () =>
      createElement(ResponsiveImage, {
        delivery,
        id,
        alt,
        width: 800,
        aspectRatio: 4 / 3,
      }),
  ],
  [
    'ours, constrained, with facts',
    () => createElement(ResponsiveImage, { delivery, image, alt, width: 800 }),
  ],
  [
    'ours, constrained and cropped, with facts',
    () =>
      createElement(ResponsiveImage, { delivery, image, alt, width: 800, height: 400 }),
  ],
  [
    'ours, a named variant',
    () => createElement(VariantImage, { delivery, id, alt, variant: 'card' }),
  ],
])
for (const [name, load] of Object.entries(elements)) makers.set(name, await load())

const rates = ratesOf(
  new Map(Array.from(makers, ([name, make]) => [name, () => renderToString(make())])),
  300,
)
report.note('One picture, beside an <img> by hand:')
table(rates, byHand).forEach(report.note)
report.note('The HTML of each:')
for (const [name, make] of makers) {
  const html = renderToString(make())
  report.note(`${name}, ${Buffer.byteLength(html)} bytes: ${html.replaceAll('\n', ' ')}`)
}

const bytes = (name: string) => Buffer.byteLength(renderToString(makers.get(name)!()))
report.figure(
  'a render beside that of an <img> by hand',
  rates.get('ours, constrained, with facts')! / rates.get(byHand)!,
  { atLeast: 0.5 },
)
report.figure('bytes of HTML, uncropped', bytes('ours, constrained, with facts'), {
  atMost: 1000,
})
report.figure(
  'bytes of HTML, cropped',
  bytes('ours, constrained and cropped, with facts'),
  { atMost: 1300 },
)
report.end()
