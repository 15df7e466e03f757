import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { toNodeHandler } from 'react-cloudflare-images/server'
import type { NodeRequest } from 'react-cloudflare-images/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { file, setUp } from './backend.ts'
import { serve } from './listen.ts'

const run = promisify(execFile)

/** Runs curl, the judge of what is on the wire. */
async function curl(...args: string[]): Promise<string> {
  const { stdout } = await run('curl', ['-sS', '--max-time', '10', ...args], {
    maxBuffer: 1e8,
  })
  return stdout
}

const echo = async (request: Request): Promise<Response> =>
  Response.json({
    url: request.url,
    method: request.method,
    type: request.headers.get('content-type'),
    body: await request.text(),
  })

describe('toNodeHandler', () => {
  it('serves the images backend to curl', async () => {
    const { handler } = setUp()
    const origin = await serve(toNodeHandler(handler))
    const url = `${origin}/api/images`
    const bearer = ['-H', 'authorization: Bearer ada']
    const json = ['-H', 'content-type: application/json']
    const minted = JSON.parse(
      await curl(url, ...bearer, ...json, '-d', JSON.stringify(file)),
    )
    const item = `${url}/${minted.id}`
    expect(JSON.parse(await curl(item, ...bearer))).toMatchObject({
      id: minted.id,
      draft: true,
    })
    const patch = ['-X', 'PATCH', '-d', '{"alt":"Grüße"}']
    expect(JSON.parse(await curl(item, ...bearer, ...json, ...patch)).meta.rci.alt).toBe(
      'Grüße',
    )
    const head = ['-o', '/dev/null', '-w', '%{http_code}']
    expect(await curl(item, ...bearer, '-X', 'DELETE', ...head)).toBe('204')
    expect(await curl(item, ...bearer, ...head)).toBe('404')
    expect(await curl(url, ...head)).toBe('401')
  })

  it('answers 413 to a client that is still sending, and the client gets to read it', async () => {
    const { handler } = setUp()
    const origin = await serve(toNodeHandler(handler))
    const answer = await curl(
      `${origin}/api/images`,
      '-Hauthorization: Bearer ada',
      '-Hcontent-type: application/json',
      '-Htransfer-encoding: chunked',
      `-d${JSON.stringify({ x: 'x'.repeat(100_000) })}`,
      '-w%{http_code}',
    )
    expect(answer).toMatch(/413$/)
  })

  it('streams a body in, without holding it', async () => {
    const chunks: number[] = []
    const origin = await serve(
      toNodeHandler(async (request) => {
        for await (const chunk of request.body!) chunks.push(chunk.length)
        return new Response(null, { status: 204 })
      }),
    )
    const bytes = new Uint8Array(5_000_000)
    expect((await fetch(origin, { method: 'POST', body: bytes })).status).toBe(204)
    expect(chunks.reduce((sum, length) => sum + length, 0)).toBe(bytes.length)
    expect(chunks.length).toBeGreaterThan(10)
  })

  it('streams a body out, no faster than it is read', async () => {
    let made = 0
    const stream = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          controller.enqueue(new Uint8Array(65_536))
          if (++made === 400) controller.close()
        },
      })
    const origin = await serve(toNodeHandler(async () => new Response(stream())))
    const response = await fetch(origin)
    const reader = response.body!.getReader()
    const first = await reader.read()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(made).toBeLessThan(300)
    let { length } = first.value!
    for (let part = await reader.read(); !part.done; part = await reader.read())
      length += part.value.length
    expect(made).toBe(400)
    expect(length).toBe(400 * 65_536)
  })

  it('aborts the signal when the client hangs up', async () => {
    let signal: AbortSignal | undefined
    const origin = await serve(
      toNodeHandler(async (request) => {
        signal = request.signal
        await new Promise((resolve) => request.signal.addEventListener('abort', resolve))
        return new Response()
      }),
    )
    const controller = new AbortController()
    const call = fetch(origin, { signal: controller.signal }).catch(() => undefined)
    await vi.waitFor(() => expect(signal?.aborted).toBe(false), { timeout: 10_000 })
    controller.abort()
    await call
    await vi.waitFor(() => expect(signal?.aborted).toBe(true), { timeout: 10_000 })
  })

  it('leaves the signal alone when all went well', async () => {
    let signal: AbortSignal | undefined
    const origin = await serve(
      toNodeHandler(async (request) => {
        signal = request.signal
        return new Response('done')
      }),
    )
    await (await fetch(origin)).text()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(signal?.aborted).toBe(false)
  })

  it('fails the body when the client hangs up in the middle of it', async () => {
    let failure: unknown
    const origin = await serve(
      toNodeHandler(async (request) => {
        await request.text().catch((error: unknown) => (failure = error))
        return new Response()
      }),
    )
    const { port } = new URL(origin)
    const socket = connect(Number(port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf')
    setTimeout(() => socket.destroy(), 50)
    await vi.waitFor(() => expect(failure).toBeInstanceOf(Error), { timeout: 10_000 })
  })

  it('sends each cookie in a header of its own', async () => {
    const headers = new Headers([
      ['set-cookie', 'a=1; Path=/'],
      ['set-cookie', 'b=2'],
    ])
    const origin = await serve(toNodeHandler(async () => new Response(null, { headers })))
    expect((await fetch(origin)).headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2'])
  })

  it.each([
    [undefined, 'http://127.0.0.1'],
    [false, 'http://127.0.0.1'],
    [true, 'https://public.example'],
  ])('with trustProxy %s takes the request for one to %s', async (trustProxy, origin) => {
    const inner = await serve(toNodeHandler(echo, { trustProxy }))
    const headers = {
      'x-forwarded-proto': 'https, http',
      'x-forwarded-host': 'public.example',
    }
    const { url } = (await (await fetch(`${inner}/a?b=c`, { headers })).json()) as {
      url: string
    }
    expect(url.startsWith(origin)).toBe(true)
    expect(url.endsWith('/a?b=c')).toBe(true)
  })

  it('is not moved to another origin by a winding request line', async () => {
    const origin = await serve(toNodeHandler(echo))
    const { host } = new URL(origin)
    const url = async (target: string) =>
      JSON.parse(await curl(origin, '--request-target', target, '--path-as-is')).url
    expect(await url('//evil.example/x')).toBe(`http://${host}//evil.example/x`)
    expect(await url('http://evil.example/x')).toBe(`http://${host}/`)
  })

  it('answers 500, not silence, when the handler throws, and 400 where the request cannot be one', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    onTestFinished(() => log.mockRestore())
    const throwing = await serve(toNodeHandler(() => Promise.reject(new Error('bug'))))
    expect((await fetch(throwing)).status).toBe(500)
    const origin = await serve(toNodeHandler(echo))
    expect(log).toHaveBeenCalledTimes(1)
    // Anybody can send these, so they fill no log.
    for (const strange of [
      ['-X', 'TRACE'],
      ['-H', 'Host: a b'],
      ['-H', 'Host: [::'],
    ]) {
      expect(await curl(origin, ...strange, '-w', '%{http_code}')).toBe('400')
    }
    expect(log).toHaveBeenCalledTimes(1)
  })
})

describe('toNodeHandler behind a body parser', () => {
  /** What express.json() and its kin do: read the stream to its end and leave the value in `body`. */
  const parsed = (read: (text: string) => unknown) =>
    serve(async (request, response) => {
      let text = ''
      for await (const chunk of request) text += String(chunk)
      const body = read(text)
      await toNodeHandler(echo)(Object.assign(request, { body }) as NodeRequest, response)
    })

  const post = async (origin: string) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(origin, {
      method: 'POST',
      body: '{ "a": "é" }',
      headers,
    })
    return response.status === 200
      ? ((await response.json()) as { body: string }).body
      : response.status
  }

  it('writes a parsed value as JSON again', async () => {
    expect(await post(await parsed(JSON.parse))).toBe('{"a":"é"}')
  })

  it('takes texts and bytes as they are', async () => {
    expect(await post(await parsed((text) => text))).toBe('{ "a": "é" }')
    expect(await post(await parsed(Buffer.from))).toBe('{ "a": "é" }')
  })

  it('says what is wrong where the body is gone', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    onTestFinished(() => log.mockRestore())
    expect(await post(await parsed(() => undefined))).toBe(500)
    expect(log).toHaveBeenCalledWith(
      expect.objectContaining({
        message: expect.stringContaining('Mount toNodeHandler before'),
      }),
    )
  })

  it('reads the stream itself where the parser left it alone', async () => {
    const origin = await serve((request, response) =>
      toNodeHandler(echo)(Object.assign(request, { body: {} }), response),
    )
    expect(await post(origin)).toBe('{ "a": "é" }')
  })

  it('takes the path with what a router took off it', async () => {
    const origin = await serve((request, response) => {
      Object.assign(request, { originalUrl: request.url, url: '/' })
      return toNodeHandler(echo)(request, response)
    })
    const answer = (await (await fetch(`${origin}/api/images/x`)).json()) as {
      url: string
    }
    expect(answer.url).toBe(`${origin}/api/images/x`)
  })
})
