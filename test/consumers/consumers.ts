// Packs the library, installs it in apps as users have them, and looks at what these show and ship.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { launchOptions } from '../support/browser.ts'
import { checkNext } from './checkNext.ts'
import { checkTypes } from './checkTypes.ts'
import { checkVite } from './checkVite.ts'
import { createReport } from './createReport.ts'
import { packLibrary } from './packLibrary.ts'
import { startCloud } from './startCloud.ts'

const into = await mkdtemp(join(tmpdir(), 'rci-consumers-'))
const report = createReport()
const browser = await chromium.launch(await launchOptions())
const cloud = await startCloud()
try {
  const tarball = await packLibrary(into)
  const setting = { into, tarball, browser, cloud, report }
  await report.step('types', () => checkTypes(setting))
  await report.step('vite', () => checkVite(setting))
  await report.step('next', () => checkNext(setting))
} finally {
  await cloud.stop()
  await browser.close()
  await rm(into, { recursive: true, force: true })
}
process.exitCode = report.print() === 0 ? 0 : 1
