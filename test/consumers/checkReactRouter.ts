import { join } from 'node:path'
import { checkPage } from './checkPage.ts'
import { checkSecrets } from './checkSecrets.ts'
import { createApp } from './createApp.ts'
import { run } from './run.ts'
import type { Setting } from './Setting.ts'
import { visit } from './visit.ts'
import { whileServed } from './whileServed.ts'

const bin = 'node_modules/@react-router'

/**
 * A React Router app in production mode, whose entry is a StrictMode: a list that a loader prefetched, and one that
 * streams in behind a `Suspense`, hydrate without a word in the console and without being asked for again.
 */
export async function checkReactRouter(setting: Setting): Promise<void> {
  const { cloud } = setting
  const cwd = await createApp('react-router', setting)
  const env = {
    ...cloud.env,
    NODE_ENV: 'production',
    VITE_ACCOUNT_HASH: cloud.env.CLOUDFLARE_IMAGES_ACCOUNT_HASH,
    VITE_DELIVERY_URL: cloud.env.CLOUDFLARE_IMAGES_BASE_URL,
  }
  await run([process.execPath, `${bin}/dev/bin.js`, 'build'], { cwd, env })
  const serve = [process.execPath, `${bin}/serve/dist/cli.js`, 'build/server/index.js']
  await whileServed({
    command: (port) => ['env', 'HOST=localhost', `PORT=${port}`, ...serve],
    look: (origin) => checkPages(setting, origin),
    cwd,
    env,
  })
  await checkSecrets(setting, {
    what: 'react router',
    directory: join(cwd, 'build/client'),
  })
}

async function checkPages(setting: Setting, origin: string): Promise<void> {
  const { browser, report } = setting
  const listsAskedBy = async (page: string) => {
    const { requests, close } = await visit(browser, `${origin}/${page}`)
    await close()
    return requests.filter((url) => url.includes('/api/images')).length
  }
  for (const [page, pixels] of Object.entries({ '': '320×320', streamed: '240×160' })) {
    const what = `react router: ${page || 'index'}`
    await checkPage(setting, {
      what,
      url: `${origin}/${page}`,
      pictures: { 'listed.jpg': pixels },
    })
    const asked = await listsAskedBy(page)
    report.check(
      `${what}: the list is not asked for again`,
      asked === 0,
      `${asked} times`,
    )
    const pieces = await piecesOf(`${origin}/${page}`)
    const first = pieces.findIndex((html) => /<img[^>]+alt="listed.jpg"/.test(html))
    report.check(
      `${what}: pictures in the HTML of the server${page && ', after the page has begun'}`,
      page ? first > 0 && pieces[0]!.includes('Loading the pictures') : first >= 0,
      `piece ${first + 1} of ${pieces.length}`,
    )
  }
  const asked = await listsAskedBy('alone')
  report.check(
    'react router: a request for the list would be seen',
    asked > 0,
    `${asked}`,
  )
}

/** The HTML as it comes, to a browser that can do with it piece by piece. */
async function piecesOf(url: string): Promise<string[]> {
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0.0.0' }
  const { body } = await fetch(url, { headers })
  const pieces: string[] = []
  const decoder = new TextDecoder()
  for await (const bytes of body ?? []) {
    pieces.push(decoder.decode(bytes, { stream: true }))
  }
  return pieces
}
