// What the handler costs beside bare calls of the same upstream, and whether it stands a crowd.
import { createEmulator } from 'react-cloudflare-images/emulator'
import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'
import { createReport, median } from './createReport.ts'

const report = createReport('server')
const emulator = createEmulator()
const fetch: typeof globalThis.fetch = (input, init) =>
  emulator.fetch(new Request(input, init))
const images = cloudflareApi({ accountId: 'acc', apiToken: 'token', fetch })
const handler = createImagesHandler({ images, authorize: () => ({ id: 'ada' }) })
const url =
  'https://api.cloudflare.com/client/v4/accounts/acc/images/v2?creator=ada&per_page=50'
const headers = { authorization: 'Bearer token', accept: 'application/json' }

const bare = async () => (await fetch(url, { headers })).json()
const handled = async () =>
  (await handler(new Request('http://localhost/api/images'))).json()

const times: Record<'bare' | 'handled', number[]> = { bare: [], handled: [] }
// A server that runs has met its code before: the first thousand do not count.
for (let round = 0; round < 3_000; round++) {
  for (const [name, run] of Object.entries({ bare, handled }) as [
    'bare' | 'handled',
    () => Promise<unknown>,
  ][]) {
    const began = performance.now()
    await run()
    if (round >= 1_000) times[name].push(performance.now() - began)
  }
}
const [one, other] = [median(times.bare), median(times.handled)]
report.figure('milliseconds of the handler over a bare fetch, one page', other - one, {
  atMost: 0.3,
})
report.note(
  `${other.toFixed(3)} ms beside ${one.toFixed(3)} ms, ${(other / one).toFixed(2)} times`,
)

const file = JSON.stringify({ filename: 'a.png', type: 'image/png', size: 70 })
const mint = () =>
  handler(
    new Request('http://localhost/api/images', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: file,
    }),
  )
const began = performance.now()
const answers = await Promise.all(Array.from({ length: 1_000 }, mint))
report.note(`1,000 mints at once in ${(performance.now() - began).toFixed(0)} ms`)
report.figure(
  'mints of 1,000 at once that failed',
  answers.filter(({ status }) => status !== 201).length,
  { atMost: 0 },
)
report.end()
