// Packs the library, installs it in apps as users have them, and looks at what these show and ship.
// `npm run consumers` tries all, `npm run consumers -- vite types` some.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { launchOptions } from '../support/browser.ts'
import { checkNext } from './checkNext.ts'
import { checkReactRouter } from './checkReactRouter.ts'
import { checkTypes } from './checkTypes.ts'
import { checkVite } from './checkVite.ts'
import { createReport } from './createReport.ts'
import { packLibrary } from './packLibrary.ts'
import { startCloud } from './startCloud.ts'

const checks = {
  types: checkTypes,
  vite: checkVite,
  next: checkNext,
  'react-router': checkReactRouter,
}
const wanted = process.argv.slice(2)

const into = await mkdtemp(join(tmpdir(), 'rci-consumers-'))
const report = createReport()
const browser = await chromium.launch(await launchOptions())
const cloud = await startCloud()
try {
  const tarball = await packLibrary(into)
  const setting = { into, tarball, browser, cloud, report }
  for (const [name, check] of Object.entries(checks)) {
    if (wanted.length === 0 || wanted.includes(name)) {
      await report.step(name, () => check(setting))
    }
  }
} finally {
  await cloud.stop()
  await browser.close()
  await rm(into, { recursive: true, force: true })
}
process.exitCode = report.print() === 0 ? 0 : 1
