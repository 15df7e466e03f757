// What the emulator costs: beside bare sharp, beside a bare route, in memory, in a dev server's start.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { createEmulator, memoryStore } from 'react-cloudflare-images/emulator'
import type { Emulator, Store, Transformer } from 'react-cloudflare-images/emulator'
import { fileStore, serveEmulator, sharpTransformer } from 'react-cloudflare-images/node'
import sharp from 'sharp'
import { buildForNode } from '../support/buildForNode.ts'
import { photograph } from '../support/pictures.ts'
import { createReport, median } from './createReport.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const report = createReport('emulator')
const photo = await photograph({ width: 4000, height: 3000, grain: 12 })
report.note(`photograph of 12 megapixels, ${(photo.length / 1e6).toFixed(1)} MB`)

const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const deliver = async (emulator: Emulator, leaf: string, accept = '') => {
  const { accountHash } = emulator.delivery
  const answer = await emulator.fetch(`http://images.test/${accountHash}/photo/${leaf}`, {
    headers: { accept },
  })
  if (answer.status !== 200) throw new Error(await answer.text())
  return new Uint8Array(await answer.arrayBuffer())
}

const withPhoto = async (transformer: Transformer = sharpTransformer()) => {
  const emulator = createEmulator({ flexibleVariants: true, transformer })
  await emulator.seed({ images: [{ id: 'photo', file: photo }] })
  return emulator
}

// A transform beside the same bare call of sharp, in turns, so that both meet the same machine.
for (const format of ['jpeg', 'webp'] as const) {
  const emulator = await withPhoto()
  const bare = async (width: number) => {
    const image = sharp(photo, { autoOrient: true }).resize({
      width,
      height: Math.round(width * 0.75),
      fit: 'fill',
    })
    await (
      format === 'jpeg'
        ? image.jpeg({ quality: 85, progressive: true })
        : image.webp({ quality: 85, effort: 2 })
    ).toBuffer()
  }
  const ratios: number[] = []
  for (let turn = -3; turn < 40; turn += 1) {
    const width = 640 + turn * 4
    const ours = () => deliver(emulator, `width=${width},format=${format}`)
    const [first, second] =
      turn % 2 ? [ours, () => bare(width)] : [() => bare(width), ours]
    const times = [await timed(first), await timed(second)] as const
    if (turn >= 0) ratios.push(turn % 2 ? times[0] / times[1] : times[1] / times[0])
  }
  report.figure(`${format}: a transform beside bare sharp`, median(ratios), {
    atMost: 1.1,
  })
}

// A cached picture beside a bare route with the same bytes and headers.
{
  const emulator = await withPhoto()
  const bytes = await deliver(emulator, 'width=400', 'image/webp')
  const served = await serveEmulator(emulator)
  const bare = await serveEmulator({
    fetch: async () => new Response(bytes, { headers: { 'content-type': 'image/webp' } }),
  })
  const rate = async (url: string) =>
    Number(
      (await run(process.execPath, [join(import.meta.dirname, 'load.mjs'), url, '1500']))
        .stdout,
    )
  const path = `/${emulator.delivery.accountHash}/photo/width=400`
  const pairs: [number, number][] = []
  for (let turn = 0; turn < 5; turn += 1)
    pairs.push([await rate(served.origin + path), await rate(`${bare.origin}/x`)])
  const [hit, route] = [median(pairs.map(([a]) => a)), median(pairs.map(([, b]) => b))]
  report.note(
    `${Math.round(hit)} cached hits a second, ${Math.round(route)} of a bare route`,
  )
  report.figure(
    'a cached hit beside a bare route',
    median(pairs.map(([a, b]) => a / b)),
    {
      atLeast: 0.5,
    },
  )
  await served.close()
  await bare.close()
}

// One transform, however many ask for it first.
{
  let transforms = 0
  const { inspect, transform } = sharpTransformer()
  const emulator = await withPhoto({
    inspect,
    transform: async (request) => {
      transforms += 1
      return transform(request)
    },
  })
  await Promise.all(Array.from({ length: 64 }, () => deliver(emulator, 'width=320')))
  report.figure('transforms for 64 first requests at once', transforms, { atMost: 1 })
}

// Ten thousand images by pages of a thousand.
const fill = async (store: Store) => {
  const bytes = new Uint8Array(64)
  const write = async (at: number) =>
    store.write(
      {
        id: `folder/image-${at}`,
        filename: 'a.jpg',
        uploaded: new Date(1.7e12 + at * 1000).toISOString(),
        requireSignedURLs: false,
        meta: { rci: { w: 4000, h: 3000, alt: 'A picture' } },
        creator: `user-${at % 10}`,
        file: { type: 'image/jpeg', size: 64, width: 4000, height: 3000, frames: 1 },
      },
      bytes,
    )
  for (let at = 0; at < 10_000; at += 100)
    await Promise.all(Array.from({ length: 100 }, (_, step) => write(at + step)))
}

const listAll = async (store: Store) => {
  const emulator = createEmulator({ store })
  let token: string | null = ''
  let count = 0
  while (token !== null) {
    const next: string = token && `&continuation_token=${token}`
    const answer = await emulator.fetch(
      `http://images.test/client/v4/accounts/a/images/v2?per_page=1000${next}`,
      { headers: { authorization: 'Bearer a' } },
    )
    const { result } = (await answer.json()) as {
      result: { images: unknown[]; continuation_token: string | null }
    }
    count += result.images.length
    token = result.continuation_token
  }
  if (count !== 10_000) throw new Error(`${count} were listed`)
}

{
  const memory = memoryStore()
  await fill(memory)
  const times: number[] = []
  for (let turn = 0; turn < 5; turn += 1) times.push(await timed(() => listAll(memory)))
  report.figure('seconds to list 10,000 from memory', median(times) / 1000, {
    atMost: 0.2,
  })
  const directory = mkdtempSync(join(tmpdir(), 'bench-'))
  await fill(fileStore(directory))
  const cold: number[] = []
  for (let turn = 0; turn < 3; turn += 1)
    cold.push(await timed(() => listAll(fileStore(directory))))
  report.figure('seconds to list 10,000 from a directory', median(cold) / 1000, {
    atMost: 1,
  })
  rmSync(directory, { recursive: true })
}

// Memory while a thousand distinct pictures are made, eight asked for at a time.
{
  const emulator = await withPhoto()
  const peaks: number[] = []
  for (let from = 0; from < 1_000; from += 8) {
    await Promise.all(
      // Small and large in turns, so that every quarter is alike.
      Array.from({ length: Math.min(8, 1_000 - from) }, (_, step) =>
        deliver(emulator, `width=${200 + (((from + step) * 397) % 1_000)}`, 'image/webp'),
      ),
    )
    peaks.push(process.memoryUsage().rss / 2 ** 20)
  }
  const quarter = (index: number) =>
    Math.max(...peaks.slice((peaks.length * index) / 4, (peaks.length * (index + 1)) / 4))
  const quarters = [0, 1, 2, 3].map(quarter)
  report.note(`peak memory by quarters: ${quarters.map(Math.round).join(', ')} MB`)
  report.figure(
    'peak memory of the last quarter beside the third',
    quarter(3) / quarter(2),
    {
      atMost: 1.15,
    },
  )
  report.figure('peak memory in MB', Math.round(Math.max(...quarters)), { atMost: 1_000 })
}

// What the plugin adds to a dev server's start, its own import included.
{
  const built = await buildForNode('src/vite.ts', 'bench-vite', {
    preserveModules: true,
  })
  const site = mkdtempSync(join(tmpdir(), 'bench-site-'))
  writeFileSync(join(site, 'index.html'), '<p>Hello</p>')
  const start = async (plugin: string[]) => {
    const script = join(import.meta.dirname, 'startVite.mjs')
    const { stdout } = await run(process.execPath, [script, site, ...plugin], {
      cwd: root,
    })
    return Number(stdout)
  }
  const plugin = pathToFileURL(built).href
  const added: number[] = []
  for (let turn = -1; turn < 9; turn += 1) {
    const [alone, together] = [await start([]), await start([plugin])]
    if (turn >= 0) added.push(together - alone)
  }
  report.figure('milliseconds that the plugin adds to a start', median(added), {
    atMost: 100,
  })
  rmSync(site, { recursive: true })
}

report.end()
