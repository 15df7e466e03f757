import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

/** A plain static server: files of one directory, at a path, and 404 for everything else. */
export async function serveStatic(
  directory: string,
  { path = '' }: { path?: string } = {},
): Promise<{ base: string; asked: string[]; close: () => void }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    asked.push(`${request.method} ${pathname}`)
    const inside = pathname.startsWith(`${path}/`)
      ? pathname.slice(path.length)
      : undefined
    const name = inside?.endsWith('/') ? `${inside}index.html` : inside
    void readFile(join(directory, normalize(name ?? '/nothing'))).then(
      (content) => {
        const type = types[extname(name ?? '')] ?? 'application/octet-stream'
        response.writeHead(200, { 'content-type': type }).end(content)
      },
      () => response.writeHead(404).end('Not found'),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://localhost:${port}${path}`,
    asked,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
}
