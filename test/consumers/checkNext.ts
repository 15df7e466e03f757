import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { checkPage } from './checkPage.ts'
import { checkSecrets } from './checkSecrets.ts'
import { createApp, install } from './createApp.ts'
import { packWithoutSideEffects } from './packLibrary.ts'
import { run } from './run.ts'
import type { Setting } from './Setting.ts'
import { uploadPicture } from './uploadPicture.ts'
import { differenceOf, visit } from './visit.ts'
import type { Weight } from './visit.ts'
import { whileServed } from './whileServed.ts'

type Bundler = 'turbopack' | 'webpack'

const next = [process.execPath, 'node_modules/next/dist/bin/next']

/**
 * A Next app in production mode under both bundlers: its pictures, an upload through its own route handler, that a
 * Server Component with `VariantImage` ships no script, and that this is owed to `sideEffects` in package.json.
 */
export async function checkNext(setting: Setting): Promise<void> {
  const { browser, into, report, tarball } = setting
  const cwd = await createApp('next', setting)
  for (const bundler of ['turbopack', 'webpack'] as const) {
    const what = `next, ${bundler}`
    await report.step(what, async () => {
      await whileBuilt(setting, {
        cwd,
        bundler,
        look: (origin) => checkPages(setting, { what, origin }),
      })
      await checkSecrets(setting, { what, directory: join(cwd, '.next/static') })
    })
  }
  await report.step('next, turbopack, sideEffects taken away', async () => {
    await install(cwd, await packWithoutSideEffects(tarball, join(into, 'sabotage')))
    const { gzip, raw } = await whileBuilt(setting, {
      cwd,
      bundler: 'turbopack',
      look: async (origin) =>
        differenceOf(
          await weightOf(`${origin}/variant`),
          await weightOf(`${origin}/plain`),
        ),
    })
    report.check(
      'next, turbopack: without sideEffects VariantImage would cost',
      gzip > 0 && raw > 0,
      `+${gzip} B gzip, +${raw} B raw`,
    )
  })

  async function weightOf(url: string): Promise<Weight> {
    const { scripts, close } = await visit(browser, url)
    const weight = await scripts()
    await close()
    return weight
  }
}

interface BuiltOptions<T> {
  cwd: string
  bundler: Bundler
  look: (origin: string) => Promise<T>
}

async function whileBuilt<T>(
  { cloud }: Setting,
  { cwd, bundler, look }: BuiltOptions<T>,
): Promise<T> {
  const env = {
    ...cloud.env,
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_PUBLIC_ACCOUNT_HASH: cloud.env.CLOUDFLARE_IMAGES_ACCOUNT_HASH,
    NEXT_PUBLIC_DELIVERY_URL: cloud.env.CLOUDFLARE_IMAGES_BASE_URL,
  }
  await rm(join(cwd, '.next'), { recursive: true, force: true })
  await run([...next, 'build', `--${bundler}`], { cwd, env })
  return whileServed({
    command: (port) => [...next, 'start', '--hostname', 'localhost', '--port', port],
    look,
    cwd,
    env,
  })
}

async function checkPages(
  setting: Setting,
  { what, origin }: { what: string; origin: string },
): Promise<void> {
  const { browser, report } = setting
  const look = (page: string) =>
    checkPage(setting, {
      what: `${what}: ${page}`,
      url: `${origin}/${page}`,
      pictures: { Square: '160×160' },
    })
  await checkPage(setting, {
    what: `${what}: index`,
    url: origin,
    pictures: {
      Square: '160×160',
      Card: '300×200',
      Fixed: '240×160',
      Uploaded: '300×225',
    },
    act: uploadPicture,
  })
  const plain = await look('plain')
  const { gzip, raw } = differenceOf(await look('variant'), plain)
  report.check(
    `${what}: VariantImage over <img>, not a byte`,
    plain.raw > 0 && raw === 0 && gzip === 0,
    `+${gzip} B gzip, +${raw} B raw (page ${plain.gzip} B gzip)`,
  )
  const mismatch = await visit(browser, `${origin}/mismatch`)
  report.check(
    `${what}: a hydration mismatch would be seen`,
    mismatch.complaints.some((complaint) => complaint.includes('#418')),
    mismatch.complaints[0]?.slice(0, 37) ?? 'unseen',
  )
  await mismatch.close()
}
