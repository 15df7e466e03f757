import { join } from 'node:path'
import type { Page } from 'playwright'
import { checkPage } from './checkPage.ts'
import type { PageOptions } from './checkPage.ts'
import { checkSecrets } from './checkSecrets.ts'
import { createApp } from './createApp.ts'
import { run } from './run.ts'
import type { Setting } from './Setting.ts'
import { uploadPicture } from './uploadPicture.ts'
import { differenceOf, visit } from './visit.ts'
import type { Weight } from './visit.ts'
import { whileServed } from './whileServed.ts'

/** Gzipped bytes that a page with a `VariantImage` may load beyond the same page with an `<img>`. */
const budget = 1500
const vite = [process.execPath, 'node_modules/vite/bin/vite.js']

/**
 * A Vite app in production mode: its pictures, an upload, what `VariantImage` weighs, and that no secret is in it; that
 * Tailwind 4 wins as it should; and that the library warns on Vite's development server, and there only.
 */
export async function checkVite(setting: Setting): Promise<void> {
  const { report } = setting
  const cwd = await createApp('vite', setting)
  const look = (page: string, options: Pick<PageOptions, 'pictures' | 'act'>) =>
    checkBuilt(setting, { cwd, page, ...options })
  await look('index', {
    pictures: {
      Square: '160×160',
      Card: '300×200',
      Fixed: '240×160',
      Uploaded: '300×225',
    },
    act: uploadPicture,
  })
  const plain = await look('plain', { pictures: { Square: '160×160' } })
  const variant = await look('variant', { pictures: { Square: '160×160' } })
  const { gzip, raw } = differenceOf(variant, plain)
  report.check(
    `vite: VariantImage over <img>, at most ${budget} B gzip`,
    gzip > 0 && gzip <= budget,
    `+${gzip} B gzip, +${raw} B raw (page ${plain.gzip} B gzip)`,
  )
  await look('unsized', { pictures: { Unsized: '600×400' } })
  await look('tailwind', {
    pictures: { 'listed.jpg': '320×320' },
    act: (page) => checkTailwind(setting, page),
  })
  const warning = await warningInDevelopment(setting, cwd)
  report.check('vite, development: unsized warns', warning !== '', warning.slice(0, 80))
  await checkSecrets(setting, { what: 'vite', directory: join(cwd, 'dist') })
}

interface BuiltOptions extends Pick<PageOptions, 'pictures' | 'act'> {
  cwd: string
  /** Name of an HTML file of the app. */
  page: string
}

async function checkBuilt(
  setting: Setting,
  { cwd, page, pictures, act }: BuiltOptions,
): Promise<Weight> {
  const env = { ...envOf(setting), PAGE: page }
  await run([...vite, 'build'], { cwd, env })
  return whileServed({
    command: (port) => [...vite, 'preview', '--port', port, '--strictPort'],
    look: (origin) =>
      checkPage(setting, {
        what: `vite: ${page}`,
        url: `${origin}/${page}.html`,
        pictures,
        act,
      }),
    cwd,
    env,
  })
}

/** That Tailwind's utilities win over our styles, and our styles over what Tailwind resets. */
async function checkTailwind({ report }: Setting, page: Page): Promise<void> {
  const lookOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { backgroundColor, borderRadius } = getComputedStyle(element)
        return `${borderRadius} ${backgroundColor}`
      })
  const picture = await lookOf('.rci-gallery-picture')
  report.check(
    'vite, Tailwind: its rounded-none and bg-red-500 win',
    picture.startsWith('0px oklch(0.637 0.237 25.3'),
    picture,
  )
  const button = await lookOf('.rci-gallery-delete')
  report.check(
    'vite, Tailwind: our buttons stay what they are',
    button.startsWith('999px rgba(0, 0, 0, 0.66'),
    button,
  )
}

/** What the library says in the console of Vite's development server; nothing is an empty text. */
async function warningInDevelopment(setting: Setting, cwd: string): Promise<string> {
  const isOurs = (complaint: string) => complaint.includes('react-cloudflare-images:')
  return whileServed({
    command: (port) => [...vite, '--port', port, '--strictPort'],
    look: async (origin) => {
      const { complaints, page, close } = await visit(
        setting.browser,
        `${origin}/unsized.html`,
      )
      await page.locator('img').waitFor()
      await close()
      return complaints.find(isOurs) ?? ''
    },
    cwd,
    env: envOf(setting),
  })
}

function envOf({ cloud }: Setting): Record<string, string> {
  return {
    BACKEND: cloud.backend,
    VITE_ACCOUNT_HASH: cloud.env.CLOUDFLARE_IMAGES_ACCOUNT_HASH,
    VITE_DELIVERY_URL: cloud.env.CLOUDFLARE_IMAGES_BASE_URL,
  }
}
