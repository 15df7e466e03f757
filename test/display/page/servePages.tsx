import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToReadableStream } from 'react-dom/server'
import { createEmulator } from 'react-cloudflare-images/emulator'
import type { Emulator } from 'react-cloudflare-images/emulator'
import { serveEmulator, sharpTransformer } from 'react-cloudflare-images/node'
import { signUrl } from 'react-cloudflare-images/url'
import sharp from 'sharp'
import { delivery, pages } from './pages.tsx'
import { bundlePages } from './bundlePages.ts'

/** Pages that are rendered on a server, come to life in a browser, and show pictures of an emulated account. */
export interface ServedPages {
  origin: string
  emulator: Emulator
  /** Milliseconds that answers are held back. */
  delays: { pictures: number; bundle: number }
  /** Header of the pages. */
  csp: string
  /** What browsers reported about it. */
  reports: string[]
  /** Seconds that a signature holds. */
  expiresIn: number
  close: () => Promise<void>
}

const key = 'k'.repeat(24)

/** Serves the pages, with the bundle of a development build or of a production build. */
export async function servePages(
  mode: 'development' | 'production',
): Promise<ServedPages> {
  const bundle = await bundlePages(mode)
  const [emulator, rigid] = [true, false].map((flexibleVariants) =>
    createEmulator({ flexibleVariants, transformer: sharpTransformer() }),
  ) as [Emulator, Emulator] // as many as there are in the list
  await emulator.seed(await seeds())
  const served: ServedPages = {
    origin: '',
    emulator,
    delays: { pictures: 0, bundle: 0 },
    csp: '',
    reports: [],
    expiresIn: 60,
    close: () => server.close(),
  }
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, search, origin } = new URL(request.url)
    if (pathname.startsWith('/cdn-cgi/')) {
      await wait(served.delays.pictures)
      return (pathname.includes('/forbidden') ? rigid : emulator).fetch(request)
    }
    switch (pathname) {
      case '/bundle.js':
        await wait(served.delays.bundle)
        return new Response(bundle, { headers: { 'content-type': 'text/javascript' } })
      case '/styles.css':
        return new Response(styles, { headers: { 'content-type': 'text/css' } })
      case '/report':
        served.reports.push(await request.text())
        return new Response(null, { status: 204 })
      case '/private.json':
        return Response.json(await privateImage(origin, served.expiresIn))
      default:
        return page({ pathname, search, csp: served.csp })
    }
  }
  const server = await serveEmulator({ fetch })
  served.origin = server.origin
  return served
}

interface PageOptions {
  pathname: string
  search: string
  csp: string
}

async function page({ pathname, search, csp }: PageOptions): Promise<Response> {
  const Page = pages[pathname]
  if (!Page) return new Response(null, { status: 404 })
  const html = await renderToReadableStream(
    <html lang="en">
      <head>
        <title>{pathname}</title>
        <link rel="stylesheet" href="/styles.css" />
      </head>
      <body>
        <main>
          <Page search={search} />
        </main>
      </body>
    </html>,
    { bootstrapModules: ['/bundle.js'] },
  )
  await html.allReady
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  return new Response(html, {
    headers: csp ? { ...headers, 'content-security-policy': csp } : headers,
  })
}

const styles = readFileSync(join(import.meta.dirname, '../../../src/styles.css'), 'utf8')

const wait = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Every picture that a page shows but those that are lost, in one colour. */
async function seeds() {
  const file = new Uint8Array(
    await sharp({
      create: { width: 1200, height: 800, channels: 3, background: '#c05020' },
    })
      .jpeg()
      .toBuffer(),
  )
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const busy = await sharp({
    create: { width: 1200, height: 800, channels: 3, background: '#000', noise },
  })
    .jpeg()
    .toBuffer()
  const ids =
    'variant densities constrained fixed byHeight fullWidth cropped framed directed blurred watched strict strictPicture styled urgent widest urgentImage moving wasteful large unsized'
  const images = ids.split(' ').map((id) => ({ id, file }))
  const secret = { id: privateId, file, requireSignedURLs: true }
  return {
    // One colour would be no content to a browser that looks for the largest.
    images: [...images, secret, { id: 'late', file: new Uint8Array(busy) }],
    variants: delivery.variants,
    keys: [{ name: 'default', value: key }],
  }
}

const privateId = '083eb7b2-5392-4565-b69e-aff66acddd00' // custom ids cannot be private

/** A private image as a backend returns it. */
async function privateImage(origin: string, expiresIn: number) {
  const urls: Record<string, string> = {}
  for (const variant of ['card', 'hero']) {
    const url = `${origin}/cdn-cgi/imagedelivery/${delivery.accountHash}/${privateId}/${variant}`
    urls[variant] = await signUrl(url, key, { expiresIn })
  }
  return {
    id: privateId,
    requireSignedURLs: true,
    meta: { rci: { w: 1200, h: 800 } },
    urls,
  }
}
