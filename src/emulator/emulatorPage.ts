import { encodeImageId } from '../url/encodeImageId.ts'
import type { EmulatedRequest } from './Emulator.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import type { StoredImage } from './Store.ts'

/** What the page shows beside what is stored. */
export interface EmulatorPageOptions {
  requests: readonly EmulatedRequest[]
  /** How many pictures were delivered. */
  deliveries: number
}

/** So much of each list is shown. */
const shown = 200

/**
 * The emulator's own page: images, variants, the last requests, deliveries counted, errors.
 *
 * Images are named and linked, not drawn: looking would count as a delivery.
 */
export async function emulatorPage(
  { store, account, accountHash }: EmulatorContext,
  { requests, deliveries }: EmulatorPageOptions,
): Promise<Response> {
  const { variants } = await account.read()
  const images = [...(await store.list())].sort((a, b) =>
    a.uploaded < b.uploaded ? 1 : -1,
  )
  const errors = requests.filter(({ status }) => status === 0 || status >= 400)
  const newest = requests.slice(-shown).reverse()
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Cloudflare Images, emulated</title><style>${style}</style><main><h1>Cloudflare Images, emulated</h1>
<p>${images.length} images, ${Object.keys(variants).length} variants, ${deliveries} deliveries, ${requests.length} requests kept, ${errors.length} of them errors.</p>
${table(
  'Images',
  ['id', 'file', 'type', 'size', 'uploaded', 'creator'],
  images.slice(0, shown).map((image) => imageRow(image, accountHash)),
)}
${table(
  'Variants',
  ['name', 'options', 'without signature'],
  Object.values(variants).map(({ id, options, neverRequireSignedURLs }) => [
    escape(id),
    escape(JSON.stringify(options)),
    neverRequireSignedURLs ? 'yes' : 'no',
  ]),
)}
${table('Errors', requestHeads, errors.slice(-shown).reverse().map(requestRow))}
${table('Requests', requestHeads, newest.map(requestRow))}</main></html>`
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

const style = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:0}main{max-width:75rem;margin:auto;padding:1rem}
section{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.25rem .75rem .25rem 0;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent);vertical-align:top}td{overflow-wrap:anywhere}`

const requestHeads = ['host', 'method', 'path', 'status', 'at']

const requestRow = ({ host, method, path, status, at }: EmulatedRequest): string[] => [
  host,
  escape(method),
  escape(path),
  status === 0 ? 'cut' : String(status),
  new Date(at).toISOString(),
]

const imageRow = (image: StoredImage, hash: string): string[] => {
  const { id, filename, file, uploaded, creator, requireSignedURLs } = image
  const href = `/cdn-cgi/imagedelivery/${hash}/${encodeImageId(id)}/public`
  const isOpen = file && !requireSignedURLs
  return [
    isOpen ? `<a href="${escape(href)}">${escape(id)}</a>` : escape(id),
    escape(filename),
    file ? `${file.type}${requireSignedURLs ? ', private' : ''}` : 'draft',
    file ? `${file.width} × ${file.height}, ${file.size} bytes` : '–',
    uploaded,
    escape(creator ?? '–'),
  ]
}

const table = (title: string, heads: readonly string[], rows: readonly string[][]) =>
  `<section><h2>${title}</h2>${
    rows.length === 0
      ? '<p>None.</p>'
      : `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows
          .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
          .join('')}</tbody></table>`
  }</section>`

const escape = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
