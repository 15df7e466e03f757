// Feeds the emulator what nobody means well with. `npm run fuzz -- SEED` repeats a run.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createEmulator } from 'react-cloudflare-images/emulator'
import { sharpTransformer } from 'react-cloudflare-images/node'
import sharp from 'sharp'
import { cloudflareErrors } from '../../src/api/cloudflareErrors.ts'
import { heic } from '../support/heic.ts'
import { animation, drawing, photograph } from '../support/pictures.ts'
import { createRandom } from './createRandom.ts'
import { randomForm } from './randomForm.ts'
import { randomPicture } from './randomPicture.ts'
import { randomUrl } from './randomUrl.ts'

const seed = Number(process.argv[2] ?? Math.floor(Math.random() * 2 ** 32))
const random = createRandom(seed)
const origin = 'http://images.test'
const counts = { urls: 10_000, forms: 2_000, pictures: 2_000 }
const slow = 5_000
console.log(`fuzz: seed ${seed}`)

const emulator = createEmulator({
  flexibleVariants: true,
  transformer: sharpTransformer(),
  fetch: async () => new Response(photo),
})
const photo = await photograph({ width: 60, height: 40 })
const png = await photograph({ width: 50, height: 70, format: 'png', alpha: true })
const webp = await photograph({ width: 64, height: 64, format: 'webp' })
const turned = await photograph({ width: 40, height: 60, orientation: 6 })
const gif = await animation()
const svg = drawing()
const profiled = new Uint8Array(
  await sharp(photo)
    .withIccProfile('p3')
    .withExif({ IFD0: { Copyright: 'me' } })
    .toBuffer(),
)
const pictures = [photo, png, webp, turned, gif, svg, profiled, heic]

let passed = 0
let failed = 0

/** Runs one case, which says what is wrong with it or nothing. */
const judge = async (name: string, run: () => Promise<string | undefined>) => {
  const began = performance.now()
  const before = process.cpuUsage()
  const running = run().catch((error: unknown) => String(error))
  let wrong = await within(running, slow)
  // On a busy machine a second of work takes many: what hangs has worked that long, or waits for a minute.
  while (wrong === isLate && performance.now() - began < 12 * slow) {
    const { user, system } = process.cpuUsage(before)
    if ((user + system) / 1_000 > slow) break
    wrong = await within(running, slow)
  }
  if (wrong === undefined) {
    passed += 1
    return
  }
  failed += 1
  console.log(`FAILED ${name}: ${wrong} (${Math.round(performance.now() - began)} ms)`)
}

const isLate = `no answer in ${slow} ms`

const within = async (running: Promise<string | undefined>, milliseconds: number) => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(isLate), milliseconds)
  })
  try {
    return await Promise.race([running, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A success, or a refusal with a number that we know and that blames nobody but the request. */
const complaint = async (response: Response): Promise<string | undefined> => {
  const text = await response.clone().text()
  if (response.status < 400) return undefined
  const number = Number(/^ERROR (\d+): ./.exec(text)?.[1] ?? codeIn(text))
  if (!(number in cloudflareErrors))
    return `${response.status} without a known number: ${text.slice(0, 200)}`
  return response.status >= 500 ? `${response.status} ${text.slice(0, 300)}` : undefined
}

const codeIn = (text: string) => {
  try {
    return (JSON.parse(text) as { errors: { code: number }[] }).errors[0]?.code
  } catch {
    return undefined
  }
}

/** What may not be left in a drawing that is delivered. */
const danger =
  /<script|\son\w+\s*=|javascript:|evil\.test|<foreignObject|<iframe|@import|<!ENTITY/i

const memory = () => {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  gc()
  return process.memoryUsage().rss / 2 ** 20
}

const seedImages = async () => {
  await emulator.reset()
  return emulator.seed({
    variants: { small: { width: 20, height: 20, fit: 'cover' } },
    images: pictures.map((file, at) => ({ id: at % 2 ? `a/b ${at}` : `p${at}`, file })),
  })
}

const accepts = ['', 'image/avif,image/webp,*/*', 'image/webp', '*/*', '\u00ff']
const hash = emulator.delivery.accountHash
const ids = (await seedImages()).map(({ id }) => encodeURI(id))

for (let index = 0; index < counts.urls; index += 1) {
  const path = randomUrl(random, { hash, ids })
  await judge(`URL ${JSON.stringify(path.slice(0, 300))}`, async () => {
    const target = URL.canParse(path, origin) ? new URL(path, origin) : undefined
    if (!target || target.origin !== origin) return undefined
    const response = await emulator.fetch(
      new Request(target, { headers: { accept: random.pick(accepts) } }),
    )
    // What is on none of Cloudflare's hosts has no number.
    return response.status === 404 ? undefined : complaint(response)
  })
}
const afterUrls = memory()

const calls = [
  '/client/v4/accounts/a/images/v1',
  '/client/v4/accounts/a/images/v2/direct_upload',
  'upload',
]
for (let index = 0; index < counts.forms; index += 1) {
  if (index % 100 === 0) await emulator.reset()
  const { body, type } = randomForm(random, random.pick(pictures))
  const call = random.pick(calls)
  await judge(`form ${index} to ${call}, ${body.length} bytes, ${type}`, async () => {
    const path = call === 'upload' ? await mint() : call
    const headers = {
      authorization: 'Bearer a',
      accept: random.pick(['', 'application/json']),
      ...(type && { 'content-type': type }),
    }
    return complaint(
      await emulator.fetch(`${origin}${path}`, { method: 'POST', headers, body }),
    )
  })
}

async function mint(): Promise<string> {
  const response = await emulator.fetch(
    `${origin}/client/v4/accounts/a/images/v2/direct_upload`,
    {
      method: 'POST',
      headers: { authorization: 'Bearer a' },
    },
  )
  const { result } = (await response.json()) as { result: { uploadURL: string } }
  return new URL(result.uploadURL).pathname
}

const stored: Record<string, number> = {}
for (let index = 0; index < counts.pictures; index += 1) {
  if (index % 100 === 0) await emulator.reset()
  const { kind, bytes } = randomPicture(random, pictures)
  await judge(`picture ${index}, ${kind}, ${bytes.length} bytes`, async () => {
    const form = new FormData()
    form.set('file', new File([bytes], 'odd'))
    const uploaded = await emulator.fetch(`${origin}${await mint()}`, {
      method: 'POST',
      body: form,
    })
    const wrong = await complaint(uploaded)
    if (wrong !== undefined || uploaded.status !== 200) return wrong
    stored[kind] = (stored[kind] ?? 0) + 1
    const { result } = (await uploaded.json()) as { result: { id: string } }
    const leaf = random.pick([
      'public',
      'width=30',
      'width=20,height=20,fit=cover,gravity=auto',
      'format=json',
      'trim=border',
    ])
    const shown = await emulator.fetch(`${origin}/${hash}/${result.id}/${leaf}`, {
      headers: { accept: random.pick(accepts) },
    })
    const isSvg = shown.headers.get('content-type') === 'image/svg+xml'
    if (isSvg && danger.test(await shown.clone().text()))
      return `delivered ${(await shown.text()).slice(0, 300)}`
    return complaint(shown)
  })
}
await emulator.reset()
await judge('memory', async () => {
  const end = memory()
  const grown = end - afterUrls
  console.log(
    `memory: ${Math.round(afterUrls)} MB after the URLs, ${Math.round(end)} MB at the end`,
  )
  return grown > 200 ? `it grew by ${Math.round(grown)} MB` : undefined
})
console.log(`pictures that were stored: ${JSON.stringify(stored)}`)
await emulator.close()
console.log(`fuzz: ${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
