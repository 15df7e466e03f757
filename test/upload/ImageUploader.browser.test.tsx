import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cdp, commands, server, userEvent } from 'vitest/browser'
import {
  createImagesApi,
  ImagesProvider,
  ImageUploader,
  readImageFacts,
} from 'react-cloudflare-images'
import type { ImagesApi, ImageUploaderProps, Upload } from 'react-cloudflare-images'
import 'react-cloudflare-images/styles.css'
import { halves } from './halves.ts'
import { turned } from './turned.ts'

afterEach(cleanup)
afterEach(() => setFaults([]))

/** A person of this test alone, whose library is empty. */
let api: ImagesApi
beforeEach(() => {
  api = createImagesApi({ headers: { 'x-demo-user': crypto.randomUUID() } })
})

const setFaults = (faults: readonly object[]) =>
  fetch('/__emulator/faults', { method: 'PUT', body: JSON.stringify(faults) })

const open = (props: ImageUploaderProps = {}) =>
  render(
    <ImagesProvider api={api}>
      <ImageUploader multiple {...props} />
    </ImagesProvider>,
  )
const input = () => document.querySelector<HTMLInputElement>('input[type=file]')!
const rowOf = (name: string) => screen.getByText(name).closest('li')!
const becomes = (name: string, status: string) =>
  waitFor(() => expect(rowOf(name).dataset['status']).toBe(status), { timeout: 15_000 })

describe('the file input', () => {
  test('sends a picture and its size to Cloudflare', async () => {
    open()
    await userEvent.upload(input(), await halves('red and blue.png'))
    await becomes('red and blue.png', 'success')
    const { images } = await api.list()
    expect(images).toHaveLength(1)
    expect(images[0]!.filename).toBe('red and blue.png')
    expect(readImageFacts(images[0]!)).toMatchObject({ w: 400, h: 300 })
  })

  test('draws a preview of what was chosen', async () => {
    open()
    await userEvent.upload(input(), await halves('halves.png'))
    const canvas = await waitFor(() => {
      const drawn =
        rowOf('halves.png').querySelector<HTMLCanvasElement>('canvas:not([hidden])')
      if (!drawn) throw new Error('Nothing is drawn yet.')
      return drawn
    })
    const context = canvas.getContext('2d')!
    const [left] = context.getImageData(2, 20, 1, 1).data
    const [right] = context.getImageData(canvas.width - 3, 20, 1, 1).data
    expect(left).toBeGreaterThan(200)
    expect(right).toBeLessThan(50)
    expect(canvas.width).toBeLessThan(300)
  })

  test('reads a JPEG’s size as the browser shows it, however the camera was held', async () => {
    const seen: Upload[] = []
    open({ onSuccess: (upload) => seen.push(upload), concurrency: 8 })
    const files = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(async (turn) =>
        turned(await halves(`turn ${turn}.jpg`, { type: 'image/jpeg' }), turn),
      ),
    )
    await userEvent.upload(input(), files)
    await waitFor(() => expect(seen).toHaveLength(8), { timeout: 15_000 })
    for (const { file, width, height } of seen) {
      const bitmap = await createImageBitmap(file)
      expect({ name: file.name, width, height }).toEqual({
        name: file.name,
        width: bitmap.width,
        height: bitmap.height,
      })
    }
  })
})

describe('a drop', () => {
  const folder = 'node_modules/.cache/upload-drop'
  const onDisk = (name: string) => `${server.config.root}/${folder}/${name}`

  test('from the desktop goes up; a folder is refused in a row of its own', async () => {
    open()
    for (const name of ['dropped.png', 'Holidays/inside.png']) {
      const bytes = new Uint8Array(await (await halves(name)).arrayBuffer())
      await commands.writeFile(
        `${folder}/${name}`,
        btoa(String.fromCharCode(...bytes)),
        'base64',
      )
    }
    await dropAt(screen.getByRole('button', { name: 'Choose pictures' }), [
      onDisk('dropped.png'),
      onDisk('Holidays'),
    ])
    await becomes('dropped.png', 'success')
    await becomes('Holidays', 'rejected')
    const { images } = await api.list()
    expect(images.map(({ filename }) => filename)).toEqual(['dropped.png'])
  })
})

describe('the network', () => {
  test('cut in mid-upload, at any tenth, stores the picture once', async () => {
    const cuts = Array.from({ length: 10 }, (_, tenth) => tenth)
    const files = await Promise.all(
      cuts.map((tenth) => noise(`cut ${tenth}.png`, 300_000)),
    )
    const faults: object[] = []
    open({
      concurrency: 10,
      retryDelay: 50,
      requestUpload: async ({ file, attempt, ...request }) => {
        const mint = await api.mint(request)
        const tenth = Number(file.name.at(4))
        if (attempt === 1) {
          const afterBytes = 1 + Math.floor((file.size * tenth) / 10)
          faults.push({
            host: 'upload',
            method: 'POST',
            path: mint.id,
            afterBytes,
            reset: true,
            times: 1,
          })
          await setFaults(faults)
        }
        return mint
      },
      checkUpload: (id) => api.get(id),
    })
    await userEvent.upload(input(), files)
    for (const { name } of files) await becomes(name, 'success')
    const { images } = await api.list()
    expect(images.map(({ filename }) => filename).toSorted()).toEqual(
      files.map(({ name }) => name).toSorted(),
    )
  }, 40_000)

  test('of a slow line shows how far the bytes are, never falling', async () => {
    const session = cdp()
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 400_000,
    })
    try {
      const seen: number[] = []
      open({ onProgress: ({ progress }) => seen.push(progress) })
      await userEvent.upload(input(), await noise('slow.png', 800_000))
      await becomes('slow.png', 'success')
      expect(seen.length).toBeGreaterThan(2)
      expect(seen).toEqual(seen.toSorted((a, b) => a - b))
      expect(Math.max(...seen)).toBeLessThan(1)
    } finally {
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
      })
    }
  }, 30_000)
})

/** A PNG that weighs about so many bytes, as noise cannot be compressed. */
async function noise(name: string, bytes: number): Promise<File> {
  const side = Math.ceil(Math.sqrt(bytes / 3))
  const pixels = new ImageData(side, side)
  for (let at = 0; at < pixels.data.length; at += 65_536) {
    crypto.getRandomValues(pixels.data.subarray(at, at + 65_536))
  }
  for (let at = 3; at < pixels.data.length; at += 4) pixels.data[at] = 255
  const canvas = new OffscreenCanvas(side, side)
  canvas.getContext('2d')!.putImageData(pixels, 0, 0)
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' })
}

/** Drops files of the disk on an element, as the browser's own input does. */
async function dropAt(element: Element, files: string[]): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect() ?? {
    left: 0,
    top: 0,
    width: innerWidth,
  }
  const scale = frame.width / innerWidth
  const { left, top, width, height } = element.getBoundingClientRect()
  const at = {
    x: frame.left + (left + width / 2) * scale,
    y: frame.top + (top + height / 2) * scale,
  }
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp().send('Input.dispatchDragEvent', { type, ...at, data })
  }
}
