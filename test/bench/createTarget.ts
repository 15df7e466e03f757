import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Where peers send files to: it counts them, and answers as each peer's own server would. */
export interface Target {
  origin: string
  /** Bytes of all bodies of files. */
  received: () => number
  close: () => Promise<void>
}

/** Starts a target on a port of its own, open to other origins. */
export async function createTarget(): Promise<Target> {
  let received = 0
  let origin = ''
  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', '*')
    response.setHeader('access-control-allow-methods', '*')
    if (request.method === 'OPTIONS') return response.end()
    const body = await bodyOf(request)
    response.setHeader('content-type', 'application/json')
    if (request.url === '/better-upload') return response.end(signed(body))
    received += body.length
    return response.end(JSON.stringify({ url: `${origin}/stored` }))
  })
  const signed = (body: Buffer) => {
    const { files } = JSON.parse(String(body)) as { files: { name: string }[] }
    const answers = files.map((file) => ({
      signedUrl: `${origin}/${file.name}`,
      headers: {},
      file: { ...file, objectInfo: { key: file.name, metadata: {} } },
    }))
    return JSON.stringify({ files: answers, metadata: {} })
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    received: () => received,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

const bodyOf = async (request: IncomingMessage) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
