import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** What the wire does to one request. Without a plan it passes bytes on. */
export interface FaultPlan {
  /** Which requests it meets. @default 'POST' */
  method?: string | undefined
  /** How many it meets. @default 1 */
  times?: number | undefined
  /**
   * `cut`: after this share of the body, 0 to 1. `cut-after-body`: when the last byte has passed, which still arrives.
   * `cut-answer`: in the middle of the answer. `answer`: these words in place of the host's. `silence`: none at all.
   */
  fault: 'cut' | 'cut-after-body' | 'cut-answer' | 'answer' | 'silence'
  /** Where `cut` cuts. */
  share?: number | undefined
  /** Whether the host gets the request before it is answered in its place. @default false */
  arrives?: boolean | undefined
  /** What `answer` says. */
  status?: number | undefined
  headers?: Readonly<Record<string, string>> | undefined
  body?: string | undefined
}

/** A piece of wire between the browser and a host, which can be cut anywhere. */
export interface FaultProxy {
  origin: string
  /** Every request whose head has passed, as `POST /path`, and how many bytes of its body. */
  requests: { method: string; path: string; bytes: number }[]
  close: () => Promise<void>
}

/** Lays a wire to a port of this machine; `plans` are met in order, each by the first request that it fits. */
export async function createFaultProxy(
  port: () => number,
  plans: readonly FaultPlan[],
): Promise<FaultProxy> {
  const requests: FaultProxy['requests'] = []
  const waiting = plans.map((plan) => ({ plan, left: plan.times ?? 1 }))
  const sockets = new Set<Socket>()
  const planFor = (method: string) => {
    const met = waiting.find(
      ({ plan, left }) => left > 0 && (plan.method ?? 'POST') === method,
    )
    if (met) met.left -= 1
    return met?.plan
  }

  const server = createServer((client) => {
    const host = connect(port(), '127.0.0.1')
    let read: Buffer = Buffer.alloc(0)
    let plan: FaultPlan | undefined
    let current: { bytes: number } | undefined
    let length = 0
    const end = () => {
      client.destroy()
      host.destroy()
    }
    for (const socket of [client, host]) {
      sockets.add(socket)
      socket.on('error', end)
      socket.on('close', () => {
        sockets.delete(socket)
        // A cut that the host is not to notice leaves its half open until it has answered.
        if (socket === host || plan?.fault !== 'cut-after-body') end()
      })
    }
    const isSwallowed = () =>
      !plan?.arrives && (plan?.fault === 'answer' || plan?.fault === 'silence')
    const pass = (bytes: Buffer) => void (isSwallowed() || host.write(bytes))

    /** Takes the head of a request, if all of it is there. */
    const takeHead = () => {
      const at = read.indexOf('\r\n\r\n')
      if (at < 0) return false
      const head = read.subarray(0, at + 4)
      read = read.subarray(at + 4)
      const text = head.toString('latin1')
      const [, method = '', path = ''] = /^(\w+) (\S+)/.exec(text) ?? []
      length = Number(/^content-length: (\d+)/im.exec(text)?.[1] ?? 0)
      current = { bytes: 0 }
      requests.push(Object.assign(current, { method, path }))
      plan = planFor(method)
      pass(head)
      return true
    }

    const takeBody = () => {
      if (!current) return
      const limit =
        plan?.fault === 'cut' ? Math.floor(length * (plan.share ?? 0)) : length
      const part = read.subarray(0, limit - current.bytes)
      read = read.subarray(part.length)
      current.bytes += part.length
      if (part.length > 0) pass(part)
      if (current.bytes < limit) return
      if (plan?.fault === 'cut') {
        client.resetAndDestroy()
        host.destroy()
      }
      current = undefined
      if (plan?.fault === 'cut-after-body') client.resetAndDestroy()
      if (plan?.fault === 'answer' && !plan.arrives) client.end(answerOf(plan))
    }

    client.on('data', (chunk) => {
      read = Buffer.concat([read, chunk])
      while (current ? read.length > 0 : takeHead()) takeBody()
    })
    host.on('data', (chunk) => {
      switch (plan?.fault) {
        case undefined:
        case 'cut':
          client.write(chunk)
          break
        case 'cut-after-body':
          end()
          break
        case 'cut-answer':
          client.write(chunk.subarray(0, chunk.length / 2), () =>
            client.resetAndDestroy(),
          )
          break
        case 'answer':
          client.end(answerOf(plan))
          break
        case 'silence':
          break
      }
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

function answerOf({ status = 200, headers, body = '' }: FaultPlan): string {
  const all = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'retry-after',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} Fault\r\n${lines.join('')}\r\n${body}`
}
