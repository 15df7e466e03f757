import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { thumbHashToAverageRGBA } from 'thumbhash'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import {
  createImagesApi,
  ImagesProvider,
  ImageUploader,
  readImageFacts,
  shrinkToFit,
  stripLocation,
} from 'react-cloudflare-images'
import type { ImagesApi, ImageUploaderProps } from 'react-cloudflare-images'
import { xhrTransport } from '../../src/upload/xhrTransport.ts'
import { halves } from './halves.ts'
import { turned } from './turned.ts'

afterEach(cleanup)

/** A person of this test alone, whose library is empty. */
let api: ImagesApi
/** The files that left the page. */
let sent: File[]
beforeEach(() => {
  api = createImagesApi({ headers: { 'x-demo-user': crypto.randomUUID() } })
  sent = []
})

const realWorker = globalThis.Worker
let workers = 0
globalThis.Worker = class extends realWorker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options)
    workers += 1
  }
}

const open = (props: ImageUploaderProps = {}) =>
  render(
    <ImagesProvider api={api}>
      <ImageUploader
        multiple
        transport={async (request) => {
          sent.push(request.file)
          return xhrTransport(request)
        }}
        {...props}
      />
    </ImagesProvider>,
  )
const input = () => document.querySelector<HTMLInputElement>('input[type=file]')!
const rowOf = (name: string) => screen.getByText(name).closest('li')!
const becomes = (name: string, status: string) =>
  waitFor(() => expect(rowOf(name).dataset['status']).toBe(status), { timeout: 15_000 })
const factsOfFirst = async () => {
  const { images } = await api.list()
  return readImageFacts(images[0]!)!
}

/** Two frames of the size that the header says. */
const movingGif = (width: number, height: number) => {
  const side = (value: number) => [value & 255, value >> 8]
  const screenSize = [...side(width), ...side(height), 0x80, 0, 0]
  const colours = [0, 0, 0, 255, 255, 255]
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  const bytes = new TextEncoder().encode('GIF89a')
  return new File(
    [new Uint8Array([...bytes, ...screenSize, ...colours, ...frame, ...frame, 0x3b])],
    'moving.gif',
    { type: 'image/gif' },
  )
}

/** The browser's own reading of a file. */
async function look(file: Blob) {
  const bitmap = await createImageBitmap(file)
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  const at = (x: number, y: number) => [
    ...context.getImageData(Math.floor(width * x), Math.floor(height * y), 1, 1).data,
  ]
  return { width, height, at }
}
/** Whether a JPEG says of which colours it speaks. */
const profileOf = async (file: Blob) =>
  new TextDecoder('latin1').decode(await file.bytes()).includes('ICC_PROFILE')
const near = (colour: readonly number[], wanted: readonly number[]) =>
  wanted.every((value, at) => Math.abs(value - colour[at]!) < 12)

describe('what is told when a picture is minted', () => {
  test('its average colour and what may stand in its place, seen in a worker', async () => {
    open()
    await userEvent.upload(input(), await halves('opaque.png'))
    await becomes('opaque.png', 'success')
    const { w, h, c, t, a } = await factsOfFirst()
    expect([w, h, a]).toEqual([400, 300, undefined])
    const channels = [1, 3, 5].map((at) => Number.parseInt(c!.slice(at, at + 2), 16))
    expect(near(channels, [120, 20, 120])).toBe(true)
    const hash = Uint8Array.from(atob(t!), (letter) => letter.charCodeAt(0))
    const { r, g, b } = thumbHashToAverageRGBA(hash)
    expect(near([r * 255, g * 255, b * 255], [120, 20, 120])).toBe(true)
    expect(workers).toBe(1)
  })

  test('that something in it is transparent', async () => {
    open()
    await userEvent.upload(input(), await halves('hole.png', { hole: true }))
    await becomes('hole.png', 'success')
    expect((await factsOfFirst()).a).toBe(1)
  })

  test('how many frames it has', async () => {
    open()
    await userEvent.upload(input(), movingGif(30, 20))
    await becomes('moving.gif', 'success')
    expect(await factsOfFirst()).toMatchObject({ w: 30, h: 20, n: 2 })
  })
})

describe('shrinkToFit', () => {
  test('leaves what fits as it is, byte for byte', async () => {
    open({ prepare: [stripLocation(), shrinkToFit()] })
    const file = await halves('small.png')
    await userEvent.upload(input(), file)
    await becomes('small.png', 'success')
    expect(await sent[0]!.bytes()).toEqual(await file.bytes())
  })

  test('makes a turned photograph fit, upright, and the row says from what to what', async () => {
    const file = await turned(
      await halves('large.jpg', { width: 1200, height: 800, type: 'image/jpeg' }),
      6,
    )
    open({
      prepare: [stripLocation(), shrinkToFit({ maxDimension: 600, maxSize: 20_000 })],
    })
    await userEvent.upload(input(), file)
    await becomes('large.jpg', 'success')
    expect(sent[0]!.type).toBe('image/jpeg')
    expect(sent[0]!.size).toBeLessThanOrEqual(20_000)
    const { width, height, at } = await look(sent[0]!)
    expect(Math.abs(width / height - 800 / 1200)).toBeLessThan(0.01)
    expect(Math.max(width, height)).toBeLessThanOrEqual(600)
    // What was left is above after a quarter turn clockwise.
    expect(near(at(0.5, 0.2), [220, 20, 20])).toBe(true)
    expect(near(at(0.5, 0.8), [20, 20, 220])).toBe(true)
    expect(await factsOfFirst()).toMatchObject({ w: width, h: height })
    expect(rowOf('large.jpg').textContent).toMatch(/\d kB → \d+ kB.*800 × 1200/)
  })

  test('keeps what is transparent', async () => {
    open({ prepare: [shrinkToFit({ maxDimension: 100 })] })
    await userEvent.upload(input(), await halves('hole.png', { hole: true }))
    await becomes('hole.png', 'success')
    expect(sent[0]!.type).toBe('image/webp')
    const { width, height, at } = await look(sent[0]!)
    expect([width, height]).toEqual([100, 75])
    expect(at(0.5, 0.5)[3]).toBe(0)
    expect(near(at(0.1, 0.5), [220, 20, 20])).toBe(true)
  })

  test('shows the colours of a wide gamut as every screen does, not the numbers that stood for them', async () => {
    const canvas = new OffscreenCanvas(300, 200)
    const context = canvas.getContext('2d', { colorSpace: 'display-p3' })!
    context.fillStyle = 'color(display-p3 0.8 0.4 0.2)'
    context.fillRect(0, 0, 300, 200)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 1 })
    expect(await profileOf(blob)).toBe(true)
    open({ prepare: [stripLocation(), shrinkToFit({ maxDimension: 100 })] })
    await userEvent.upload(input(), new File([blob], 'wide.jpg', { type: blob.type }))
    await becomes('wide.jpg', 'success')
    // By the matrix of CSS Color 4, and sRGB's curve: 0.8612, 0.3711 and 0.1229 of 255.
    const { at } = await look(sent[0]!)
    const far = at(0.5, 0.5)
      .slice(0, 3)
      .map((value, index) => Math.abs(value - [220, 95, 31][index]!))
    expect(Math.max(...far)).toBeLessThan(6)
  })

  test('lets in what is beyond Cloudflare’s limits', async () => {
    open({ prepare: [shrinkToFit()] })
    const wide = await halves('wide.png', { width: 12_800, height: 16 })
    await userEvent.upload(input(), wide)
    await becomes('wide.png', 'success')
    expect((await look(sent[0]!)).width).toBe(12_000)
  })

  test('refuses an animation by its name', async () => {
    open({ prepare: [shrinkToFit({ maxDimension: 100 })] })
    await userEvent.upload(input(), movingGif(300, 200))
    await becomes('moving.gif', 'rejected')
    expect(rowOf('moving.gif')).toHaveTextContent('This animation is too long.')
    expect(sent).toEqual([])
  })

  test('works in the page where no worker may start', async () => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException('Refused by the policy of this page.', 'SecurityError')
      }
    } as unknown as typeof Worker // as a browser whose policy allows no worker
    // The worker of the tests before goes when it is idle.
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    open({ prepare: [shrinkToFit({ maxDimension: 100 })] })
    await userEvent.upload(input(), await halves('page.png'))
    await becomes('page.png', 'success')
    expect((await look(sent[0]!)).width).toBe(100)
    globalThis.Worker = realWorker
  })
})
