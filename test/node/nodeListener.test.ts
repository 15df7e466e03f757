import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { nodeListener } from '../../src/node/nodeListener.ts'

let server: Server
afterEach(async () => {
  server.close()
  await once(server, 'close')
})

/** As middleware that compresses does it: what is written as the head is set by its name first. */
function setByName(response: ServerResponse): void {
  const { writeHead } = response
  response.writeHead = (status: number, ...rest: unknown[]) => {
    for (const [name, value] of Object.entries(
      rest.find((one) => typeof one === 'object') ?? {},
    ))
      response.setHeader(name, value)
    return writeHead.call(response, status)
  }
}

const serve = async (
  answer: () => Response,
  before: (response: ServerResponse) => void,
): Promise<Response> => {
  const listener = nodeListener(async () => answer())
  server = createServer((request, response) => {
    before(response)
    void listener(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}/`)
}

test('headers arrive by their names through middleware that reads what is written', async () => {
  const answer = () => {
    const response = Response.json({ a: 1 }, { status: 201 })
    response.headers.set('cache-control', 'no-store')
    response.headers.append('set-cookie', 'a=1')
    response.headers.append('set-cookie', 'b=2')
    return response
  }
  const response = await serve(answer, setByName)
  const { status, headers } = response
  expect(status).toBe(201)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'no-store',
  })
  expect(headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(await response.json()).toEqual({ a: 1 })
})

test('a header of the answer takes the place of one that was there before', async () => {
  const answer = () =>
    new Response(null, { headers: { 'access-control-allow-origin': '*' } })
  const { headers } = await serve(answer, (response) => {
    response.setHeader('Access-Control-Allow-Origin', 'http://localhost:5173')
  })
  expect(headers.get('access-control-allow-origin')).toBe('*')
})
