// A backend in a process of its own, whose memory is watched from outside while it passes pictures on.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  cloudflareApi,
  createImagesHandler,
  toNodeHandler,
} from 'react-cloudflare-images/server'

const handler = createImagesHandler({
  images: cloudflareApi({
    accountId: 'account',
    apiToken: 'token',
    baseUrl: process.env['UPSTREAM'],
  }),
  authorize: () => ({ id: 'ada' }),
  on: { error: () => undefined },
})
const server = createServer(toNodeHandler(handler))
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`),
)
