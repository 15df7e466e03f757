import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { Miniflare } from 'miniflare'
import { createEmulator } from 'react-cloudflare-images/emulator'
import { serveEmulator } from 'react-cloudflare-images/node'
import type { EmulatorServer } from 'react-cloudflare-images/node'
import {
  cloudflareApi,
  createImagesHandler,
  testImagesHandler,
  toNodeHandler,
} from 'react-cloudflare-images/server'
import type { ImagesHandler } from 'react-cloudflare-images/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleWorker } from './bundleWorker.ts'

type Env = Record<string, string>

/** A backend that listens. */
interface Served {
  origin: string
  close: () => unknown
}

const emulator = createEmulator()
let cloud: EmulatorServer
let env: Env
beforeAll(async () => {
  cloud = await serveEmulator(emulator)
  env = { ...emulator.env(cloud.origin) }
})
afterAll(() => cloud.close())

/** The same few lines of an app, in every framework. */
function createHandler(): ImagesHandler {
  const images = cloudflareApi({
    accountId: `${env['CLOUDFLARE_ACCOUNT_ID']}`,
    apiToken: `${env['CLOUDFLARE_API_TOKEN']}`,
    baseUrl: env['CLOUDFLARE_API_BASE_URL'],
  })
  return createImagesHandler({
    images,
    authorize: ({ headers }) => {
      const id = /^Bearer (\w+)$/.exec(headers.get('authorization') ?? '')?.[1]
      return id === undefined ? null : { id }
    },
  })
}

const frameworks: Record<string, () => Promise<Served>> = {
  'node:http': () => listen(createServer(toNodeHandler(createHandler()))),

  Express: () => {
    const app = express()
    app.use('/api/images', toNodeHandler(createHandler()))
    return listen(createServer(app))
  },

  Fastify: async () => {
    const app = fastify()
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', (_request, _payload, done) => done(null))
    for (const path of ['/api/images', '/api/images/*']) {
      app.all(path, toNodeHandler(createHandler()))
    }
    return {
      origin: await app.listen({ host: '127.0.0.1', port: 0 }),
      close: () => app.close(),
    }
  },

  Hono: () => {
    const app = new Hono()
    const handler = createHandler()
    app.all('/api/images/*', (context) => handler(context.req.raw))
    return serveWeb((request) => app.fetch(request))
  },

  'a route file of Next': () => {
    const { GET, POST, PATCH, DELETE, OPTIONS } = createHandler()
    const route: Record<string, ImagesHandler['GET']> = {
      GET,
      POST,
      PATCH,
      DELETE,
      OPTIONS,
    }
    return serveWeb(async (request) => {
      const serveMethod = route[request.method]
      return serveMethod ? serveMethod(request) : new Response(null, { status: 405 })
    })
  },

  'loader and action of React Router': () => {
    const handler = createHandler()
    const loader = ({ request }: { request: Request }) => handler(request)
    const action = loader
    return serveWeb((request) =>
      /POST|PUT|PATCH|DELETE/.test(request.method)
        ? action({ request })
        : loader({ request }),
    )
  },

  'workerd, the runtime of Workers': async () => {
    const worker = new Miniflare({
      modules: true,
      script: await bundleWorker('worker.ts'),
      compatibilityDate: '2026-04-01',
      bindings: env,
    })
    return { origin: (await worker.ready).origin, close: () => worker.dispose() }
  },
}

describe.each(Object.entries(frameworks))('over real HTTP, %s', (_, start) => {
  it('passes every test of the whole protocol', async () => {
    const { origin, close } = await start()
    try {
      const endpoint = `${origin}/api/images`
      expect(await testImagesHandler(fetch, { endpoint })).toHaveLength(38)
    } finally {
      await close()
    }
  })
})

// A machine with Node and nothing else runs everything else; where changes land, Python is there.
const hasPython = spawnSync('python3', ['--version']).status === 0

describe.runIf(hasPython || process.env['CI'])(
  'a backend in Python, from its standard library alone',
  () => {
    it('passes every test of the level library', async () => {
      const script = join(import.meta.dirname, 'python/backend.py')
      const python = spawn('python3', [script, '0'], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let complaints = ''
      python.stderr.on('data', (chunk) => (complaints += chunk))
      try {
        const [port] = (await Promise.race([
          once(python.stdout, 'data'),
          once(python, 'error').then(([error]) => Promise.reject(error as Error)),
          once(python, 'exit').then(() => Promise.reject(new Error(complaints))),
        ])) as [Buffer]
        const endpoint = `http://127.0.0.1:${String(port).trim()}/api/images`
        const held = await testImagesHandler(fetch, { endpoint, level: 'library' })
        expect(held).toHaveLength(29)
        expect(complaints).toBe('')
      } finally {
        python.kill()
      }
    })
  },
)

async function listen(server: Server): Promise<Served> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${port}`, close }
}

const serveWeb = (handler: (request: Request) => Response | Promise<Response>) =>
  listen(createServer(toNodeHandler(async (request) => handler(request))))
