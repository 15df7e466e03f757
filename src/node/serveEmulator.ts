import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { ImagesError } from '../api/ImagesError.ts'
import { nodeListener } from './nodeListener.ts'
import type { FetchLike } from './nodeListener.ts'

/** Where an emulator listens. */
export interface ServeOptions {
  /** 0 takes any port that is free. @default 0 */
  port?: number | undefined
  /** Keep it on this machine: everybody who reaches the emulator may do everything. @default '127.0.0.1' */
  host?: string | undefined
}

/** An emulator that listens. */
export interface EmulatorServer {
  /** Such as `http://127.0.0.1:8787`. */
  readonly origin: string
  readonly port: number
  /** Stops listening and cuts the connections that are open; the emulator itself stays as it is. */
  readonly close: () => Promise<void>
}

/**
 * Serves an emulator on a port, every host of Cloudflare Images on one origin. Faults happen on the socket: `reset`
 * cuts the connection, `hang` leaves it open.
 *
 * @throws `conflict` where the port is taken, `not-supported` where the system allows none.
 * @example
 * ```ts
 * import { createEmulator } from 'react-cloudflare-images/emulator'
 * import { serveEmulator, sharpTransformer } from 'react-cloudflare-images/node'
 *
 * const emulator = createEmulator({ transformer: sharpTransformer() })
 * const server = await serveEmulator(emulator, { port: 8787 })
 * console.log(`${server.origin}/client/v4/accounts/me/images/v1`)
 * await server.close()
 * ```
 */
export async function serveEmulator(
  emulator: { readonly fetch: FetchLike },
  { port = 0, host = '127.0.0.1' }: ServeOptions = {},
): Promise<EmulatorServer> {
  const listener = nodeListener((request) => emulator.fetch(request))
  const server = createServer((request, response) => {
    void listener(request, response)
  })
  await listen(server, { port, host })
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const listen = async (
  server: Server,
  { port, host }: { port: number; host: string },
): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(cannotListen(port, cause)))
    server.listen(port, host, resolve)
  })

const cannotListen = (port: number, cause: NodeJS.ErrnoException): ImagesError =>
  cause.code === 'EADDRINUSE'
    ? new ImagesError(
        'conflict',
        `Port ${port} is taken by another program, so the emulator cannot listen on it. Choose another port, or 0 for any that is free.`,
        { cause },
      )
    : new ImagesError(
        'not-supported',
        `The emulator cannot listen on port ${port} (${cause.message}). Choose a port from 1024 upwards and an address of this machine.`,
        { cause },
      )
