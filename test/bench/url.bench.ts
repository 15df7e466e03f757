// How many URLs a second are made, beside the peers: ten thousand pictures that all differ, and nothing kept between calls.
import type * as door from 'react-cloudflare-images/url'
import { buildDoor } from './buildDoor.ts'
import { createReport } from './createReport.ts'
import { installPeers } from './installPeers.ts'
import { ratesOf, table } from './ratesOf.ts'

type UrlMaker = (id: string, width: number) => string

const report = createReport('url')
const { buildSrcSet, defineDelivery, deliveryUrl } = await buildDoor<typeof door>('url')
const { urls } = await installPeers<{ urls: Record<string, () => Promise<UrlMaker>> }>(
  'urls.mjs',
)
const delivery = defineDelivery({
  accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
  variants: { thumbnail: { width: 320 } },
})
const count = 10_000
const ids = Array.from({ length: count }, (_, index) => {
  const digits = index.toString(16).padStart(12, '0')
  return `083eb7b2-5392-4565-b69e-${digits}`
})
const idOf = (index: number) => ids[index]!
const widthOf = (index: number) => 100 + (index % 1500)
const eight = [640, 750, 828, 960, 1080, 1280, 1668, 1920]

const makers = new Map<string, UrlMaker>()
for (const [name, load] of Object.entries(urls)) makers.set(name, await load())
const unpic = makers.get('unpic')!

const one = ratesOf(
  new Map<string, (index: number) => string>([
    [
      'a template by hand',
      (index) =>
        `${delivery.baseUrl}/${delivery.accountHash}/${idOf(index)}/width=${widthOf(index)},height=300,quality=60`,
    ],
    ['ours, a named variant', (index) => deliveryUrl(delivery, idOf(index), 'thumbnail')],
    [
      'ours, options',
      (index) =>
        deliveryUrl(delivery, idOf(index), {
          width: widthOf(index),
          height: 300,
          quality: 60,
        }),
    ],
    ...[...makers].map(
      ([name, make]) =>
        [name, (index: number) => make(idOf(index), widthOf(index))] as const,
    ),
  ]),
  count,
)
report.note('One URL, beside unpic:')
table(one, 'unpic').forEach(report.note)
const several = ratesOf(
  new Map([
    [
      'ours',
      (index: number) =>
        buildSrcSet(delivery, idOf(index), { widths: eight, quality: 60 }),
    ],
    [
      'unpic',
      (index: number) =>
        eight.map((width) => `${unpic(idOf(index), width)} ${width}w`).join(', '),
    ],
  ]),
  count / 10,
)
report.note('A srcset of eight, beside unpic:')
table(several, 'unpic').forEach(report.note)

const beside = (rates: ReadonlyMap<string, number>, name: string) =>
  rates.get(name)! / rates.get('unpic')!
report.figure('a named variant beside unpic', beside(one, 'ours, a named variant'), {
  atLeast: 25,
})
report.figure('a URL with options beside unpic', beside(one, 'ours, options'), {
  atLeast: 4,
})
report.figure('a srcset of eight beside unpic', beside(several, 'ours'), { atLeast: 15 })
report.end()
