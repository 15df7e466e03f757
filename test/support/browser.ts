// Finds a Chromium for the tests, or brings one: a machine with Node, npm and nothing else can run them.
import { execFileSync, spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { chromium } from 'playwright'
import type { LaunchOptions } from 'playwright'
import tar from 'tar-fs'

const require = createRequire(import.meta.url)
const modules = join(import.meta.dirname, '../../node_modules')
const npm = join(modules, '@sparticuz/chromium')
const cache = join(modules, '.cache/chromium')

/**
 * What Playwright is launched with.
 *
 * The order: `CHROME_PATH`, Playwright's own download where it is present, the Chromium that npm installed, the
 * system's, one downloaded by Playwright, one installed by apt.
 */
export async function launchOptions(): Promise<LaunchOptions> {
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking']
  const env = process.env
  if (env['CHROME_PATH']) return { executablePath: env['CHROME_PATH'], args }
  if (existsSync(chromium.executablePath())) return { args }
  const brought = await npmChromium()
  if (brought) return { ...brought, args }
  const found = systemChrome() ?? downloaded() ?? installed()
  if (found) return { executablePath: found, args }
  throw new Error(
    'No Chromium was found or could be brought, so the browser tests cannot run. Install Chrome, or set CHROME_PATH.',
  )
}

/** The Chromium in `@sparticuz/chromium`, for Linux on x64, unpacked once; undefined elsewhere or where it cannot run. */
async function npmChromium(): Promise<LaunchOptions | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { version } = require(join(npm, 'package.json'))
  const home = join(cache, version)
  if (!existsSync(home)) await unpack(home)
  const executablePath = join(home, 'chromium')
  const env = { ...process.env, ...missing(executablePath, home) }
  const { status } = spawnSync(executablePath, ['--version', '--no-sandbox'], { env })
  return status === 0 ? { executablePath, env } : undefined
}

/** Unpacks beside the target and renames, so that two runs at once never see half a browser. */
async function unpack(home: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const fresh = await mkdtemp(join(cache, 'unpacking-'))
  const read = (name: string) => createReadStream(join(npm, 'bin', name))
  await pipeline(
    read('chromium.br'),
    createBrotliDecompress(),
    createWriteStream(join(fresh, 'chromium')),
  )
  await chmod(join(fresh, 'chromium'), 0o755)
  for (const name of ['fonts', 'swiftshader', 'al2023']) {
    const into = name === 'swiftshader' ? fresh : join(fresh, name)
    await pipeline(read(`${name}.tar.br`), createBrotliDecompress(), tar.extract(into))
  }
  await writeFile(join(fresh, 'fonts.conf'), fontsConfig(join(home, 'fonts')))
  await rename(fresh, home).catch(() => rm(fresh, { recursive: true }))
}

/** The bundled libraries and fonts, each only where the machine has none of its own. */
function missing(executablePath: string, home: string): Record<string, string> {
  const { stdout } = spawnSync('ldd', [executablePath], { encoding: 'utf8' })
  const libraries = /not found/.test(stdout ?? '')
  const fonts = spawnSync('fc-list', { encoding: 'utf8' })
  return {
    ...(libraries && { LD_LIBRARY_PATH: join(home, 'al2023/lib') }),
    ...(!fonts.stdout?.trim() && { FONTCONFIG_FILE: join(home, 'fonts.conf') }),
  }
}

const fontsConfig = (directory: string) =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${directory}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n`

/** A Chrome of the system: unlike the headless shell that npm brings, it keeps pages for the back button. */
export function systemChrome(): string | undefined {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
  for (const name of names) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' })
    if (status === 0) return stdout.trim()
  }
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return existsSync(mac) ? mac : undefined
}

function downloaded(): string | undefined {
  const cli = join(dirname(require.resolve('playwright/package.json')), 'cli.js')
  const { status } = spawnSync(
    process.execPath,
    [cli, 'install', '--only-shell', 'chromium'],
    { stdio: 'inherit' },
  )
  return status === 0 && existsSync(chromium.executablePath())
    ? chromium.executablePath()
    : undefined
}

function installed(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit' })
  } catch {
    return undefined
  }
  return systemChrome()
}
