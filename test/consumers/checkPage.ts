import type { Page } from 'playwright'
import { picturesOf } from './picturesOf.ts'
import type { Setting } from './Setting.ts'
import { visit } from './visit.ts'
import type { Weight } from './visit.ts'

/** A page, and what it must show. */
export interface PageOptions {
  /** Begins the rows of the report. */
  what: string
  url: string
  /** The delivered pixels, `width×height`, of every picture by its `alt`. */
  pictures: Record<string, string>
  /** What a person does there. */
  act?: ((page: Page) => Promise<void>) | undefined
}

/** Opens a page, checks its console and its pictures, and gives the weight of its scripts. */
export async function checkPage(
  { browser, report }: Setting,
  { what, url, pictures, act }: PageOptions,
): Promise<Weight> {
  const { page, complaints, scripts, close } = await visit(browser, url)
  await act?.(page).catch(async (error: unknown) => {
    complaints.push(String(error), await page.locator('body').innerText())
  })
  const shown = await picturesOf(page)
  const wrong = shown.filter(
    ({ alt, loaded, pixels }) => !loaded || (pictures[alt] ?? pixels) !== pixels,
  )
  const missing = Object.keys(pictures).filter(
    (alt) => !shown.some((picture) => picture.alt === alt),
  )
  report.check(
    `${what}: pictures`,
    wrong.length === 0 && missing.length === 0,
    [
      ...missing.map((alt) => `${alt} missing`),
      ...(wrong.length > 0 ? wrong : shown).map(({ alt, pixels }) => `${alt} ${pixels}`),
    ].join(', '),
  )
  report.check(
    `${what}: console`,
    complaints.length === 0,
    complaints.join(' | ') || 'empty',
  )
  const weight = await scripts()
  await close()
  return weight
}
