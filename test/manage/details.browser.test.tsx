import { QueryClient } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import {
  createImagesApi,
  defineDelivery,
  FocalPointPicker,
  ImageDetails,
  ImagesProvider,
  ResponsiveImage,
  VariantManager,
} from 'react-cloudflare-images'
import type { CloudflareImage, ImagesApi } from 'react-cloudflare-images'
import 'react-cloudflare-images/styles.css'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ReactNode } from 'react'
import { adminApi } from '../../stories/manage/admin.ts'

afterEach(cleanup)
afterEach(() => void vi.restoreAllMocks())

const delivery = defineDelivery({
  accountHash: 'Emulator_Account_Hash_',
  baseUrl: '/cdn-cgi/imagedelivery',
})

const setFaults = (faults: readonly object[]) =>
  fetch('/__emulator/faults', { method: 'PUT', body: JSON.stringify(faults) })
afterEach(() => setFaults([]))

function show(api: ImagesApi, children: ReactNode) {
  return render(
    <ImagesProvider {...{ api, delivery }} queryClient={new QueryClient()}>
      {children}
    </ImagesProvider>,
  )
}

/** Stores a grey picture of 600 × 400 with one red spot, so many fractions from the upper left corner. */
async function storeSpot(api: ImagesApi, [x, y]: readonly [number, number]) {
  const canvas = new OffscreenCanvas(600, 400)
  const context = canvas.getContext('2d')!
  context.fillStyle = 'rgb(128, 128, 128)'
  context.fillRect(0, 0, 600, 400)
  context.fillStyle = 'rgb(255, 0, 0)'
  context.fillRect(600 * x - 6, 400 * y - 6, 12, 12)
  const file = new File([await canvas.convertToBlob()], 'spot.png', { type: 'image/png' })
  const { id, uploadURL } = await api.mint({
    filename: file.name,
    type: file.type,
    size: file.size,
    facts: { w: 600, h: 400 },
  })
  const body = new FormData()
  body.set('file', file)
  expect((await fetch(uploadURL, { method: 'POST', body })).ok).toBe(true)
  return api.get(id)
}

const visitor = () => createImagesApi({ headers: { 'x-demo-user': crypto.randomUUID() } })

/** The size of what is delivered, and whether the red spot is in it. */
async function delivered(src: string) {
  const bitmap = await createImageBitmap(await (await fetch(src)).blob())
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  let hasSpot = false
  for (let at = 0; at < data.length; at += 4) {
    hasSpot ||= data[at]! > 200 && data[at + 1]! < 90 && data[at + 2]! < 90
  }
  return { width, height, hasSpot }
}

test('keeps the room of a picture that is on its way', async () => {
  const api = visitor()
  const { id } = await storeSpot(api, [0.5, 0.5])
  const late = { host: 'delivery', path: id, delay: 60_000 }
  await setFaults([late])
  const view = show(api, <ImageDetails id={id} />)
  const picture = await screen.findByRole<HTMLImageElement>('img')
  const { width, height } = picture.getBoundingClientRect()
  expect(picture.complete).toBe(false)
  // 24rem high at the most, and no wider than the page.
  expect(width).toBe(Math.min(576, view.container.clientWidth))
  expect(width / height).toBeCloseTo(3 / 2)
  view.unmount()
})

const ratios = [
  [1, 1],
  [16, 9],
  [9, 16],
] as const

async function expectSpotInCrops(api: ImagesApi, image: CloudflareImage) {
  for (const [width, height] of ratios) {
    const view = show(
      api,
      <ResponsiveImage {...{ image }} alt="" width={200} aspectRatio={width / height} />,
    )
    const { src } = view.container.querySelector('img')!
    const crop = await delivered(src)
    expect(crop.width / crop.height).toBeCloseTo(width / height, 1)
    expect(crop.hasSpot).toBe(true)
    view.unmount()
  }
}

test('marks a point by pointer, and the delivered crops hold it at every ratio', async () => {
  const api = visitor()
  const image = await storeSpot(api, [0.95, 0.08])
  const saved: CloudflareImage[] = []
  show(api, <FocalPointPicker {...{ image }} onSaved={(_, next) => saved.push(next)} />)
  const stage = screen.getByRole('img', { name: 'spot.png' }) as HTMLImageElement
  await waitFor(() => expect(stage.clientWidth).toBeGreaterThan(100))
  const { clientWidth, clientHeight } = stage
  await userEvent.click(stage, {
    position: { x: clientWidth * 0.95, y: clientHeight * 0.08 },
  })
  await waitFor(() => expect(saved).toHaveLength(1))
  cleanup()
  const stored = await api.get(image.id)
  const { f } = stored.meta.rci!
  expect(f![0]).toBeCloseTo(0.95, 1)
  expect(f![1]).toBeCloseTo(0.08, 1)
  await expectSpotInCrops(api, stored)
})

test('marks a point by keyboard alone, says where it is, and takes it away', async () => {
  const api = visitor()
  const image = await storeSpot(api, [0.1, 0.9])
  const saved: unknown[] = []
  show(api, <FocalPointPicker {...{ image }} onSaved={(point) => saved.push(point)} />)
  await userEvent.tab()
  const marker = screen.getByRole('slider', { name: 'What stays in view' })
  expect(marker).toHaveFocus()
  expect(marker).toHaveAttribute(
    'aria-valuetext',
    '50 % from the left, 50 % from the top',
  )
  await userEvent.keyboard('{Shift>}')
  for (let at = 0; at < 4; at++) await userEvent.keyboard('{ArrowLeft}{ArrowDown}')
  await userEvent.keyboard('{/Shift}')
  expect(marker).toHaveAttribute(
    'aria-valuetext',
    '10 % from the left, 90 % from the top',
  )
  await waitFor(async () =>
    expect((await api.get(image.id)).meta.rci?.f).toEqual([0.1, 0.9]),
  )
  await expectSpotInCrops(api, await api.get(image.id))
  marker.focus()
  await userEvent.keyboard('{Home}')
  await waitFor(async () => expect((await api.get(image.id)).meta.rci?.f).toBeUndefined())
  expect(saved.at(-1)).toBeNull()
  await userEvent.keyboard('{ArrowUp}')
  await userEvent.click(screen.getByRole('button', { name: 'Back to the centre' }))
  expect(marker).toHaveFocus()
})

test('delivers pictures in a variant that was made, changed, and then deleted in the manager', async () => {
  const api = adminApi(crypto.randomUUID())
  const image = await storeSpot(api, [0.5, 0.5])
  const name = `made${crypto.randomUUID().slice(0, 8)}`
  show(api, <VariantManager imageId={image.id} />)
  await userEvent.click(screen.getByRole('button', { name: 'Add variant' }))
  expect(screen.getByLabelText('Name')).toHaveFocus()
  await userEvent.fill(screen.getByLabelText('Name'), name)
  await userEvent.selectOptions(screen.getByLabelText('Fit'), 'cover')
  await userEvent.fill(screen.getByLabelText('Width in pixels'), '90')
  await userEvent.fill(screen.getByLabelText('Height in pixels'), '60')
  await userEvent.fill(screen.getByLabelText('Blur, 0 to 250'), '20')
  await userEvent.fill(screen.getByLabelText('Seconds in browser caches'), '3600')
  await userEvent.click(screen.getByRole('button', { name: 'Save variant' }))
  const preview = (await screen.findByRole('img', { name })) as HTMLImageElement
  expect(await delivered(preview.src)).toEqual({ width: 90, height: 60, hasSpot: false })
  expect((await api.variants()).variants[name]?.options).toMatchObject({
    blur: 20,
    browser_ttl: 3600,
  })

  await waitFor(() => expect(screen.getByText('Add variant')).toHaveFocus())
  await userEvent.click(screen.getByRole('button', { name: `Edit ${name}` }))
  expect(screen.getByLabelText('Fit')).toHaveFocus()
  await userEvent.fill(screen.getByLabelText('Width in pixels'), '120')
  await userEvent.fill(screen.getByLabelText('Blur, 0 to 250'), '')
  await userEvent.click(screen.getByRole('button', { name: 'Save variant' }))
  await screen.findByText('cover, 120 × 60')
  expect(screen.getByRole('button', { name: `Edit ${name}` })).toHaveFocus()
  const url = `/cdn-cgi/imagedelivery/Emulator_Account_Hash_/${image.id}/${name}?again`
  expect(await delivered(url)).toEqual({ width: 120, height: 60, hasSpot: true })

  vi.spyOn(globalThis, 'confirm').mockReturnValue(true)
  await userEvent.click(screen.getByRole('button', { name: `Delete ${name}` }))
  await waitFor(() => expect(screen.queryByRole('img', { name })).toBeNull())
  expect(screen.getByText('Add variant')).toHaveFocus()
  expect((await fetch(`${url}2`)).ok).toBe(false)
  expect((await api.variants()).variants).not.toHaveProperty(name)
})

test('changes words, fields and access of a picture, and says what became of it', async () => {
  const api = adminApi(crypto.randomUUID())
  const image = await storeSpot(api, [0.5, 0.5])
  const seen: CloudflareImage[] = []
  show(
    api,
    <ImageDetails
      id={image.id}
      fields={['album']}
      canChangeAccess
      originalUrl={({ id }) => `/originals/${id}`}
      onChange={(next) => seen.push(next)}
    />,
  )
  await userEvent.fill(await screen.findByLabelText(/^Description/), 'A red spot')
  await userEvent.fill(screen.getByLabelText('album'), 'summer')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Saved')
  expect((await api.get(image.id)).meta).toMatchObject({
    album: 'summer',
    rci: { alt: 'A red spot', w: 600 },
  })
  expect(screen.getByRole('link', { name: 'Download original' })).toHaveAttribute(
    'href',
    `/originals/${image.id}`,
  )
  await userEvent.click(screen.getByRole('checkbox', { name: /^Only with a signed URL/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(seen.at(-1)?.requireSignedURLs).toBe(true))
})

test('takes a deletion in the details back, and then lets it go', async () => {
  const api = adminApi(crypto.randomUUID())
  const image = await storeSpot(api, [0.5, 0.5])
  const gone: string[] = []
  show(api, <ImageDetails id={image.id} undo={1500} onDelete={(id) => gone.push(id)} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Delete picture' }))
  const undo = await screen.findByRole('button', { name: 'Undo' })
  expect(undo).toHaveFocus()
  await userEvent.click(undo)
  const again = await screen.findByRole('button', { name: 'Delete picture' })
  expect(again).toHaveFocus()
  await userEvent.click(again)
  await waitFor(() => expect(gone).toEqual([image.id]), { timeout: 5000 })
  await expect(api.get(image.id)).rejects.toMatchObject({ code: 'not-found' })
})

describe('what shows a picture elsewhere', () => {
  async function showDetails() {
    const api = visitor()
    const image = await storeSpot(api, [0.5, 0.5])
    show(api, <ImageDetails id={image.id} />)
    await userEvent.selectOptions(await screen.findByLabelText('Variant'), 'public')
    return new URL(
      `/cdn-cgi/imagedelivery/Emulator_Account_Hash_/${image.id}/public`,
      location.href,
    ).href
  }

  test('is copied, as a URL and as markup', async () => {
    const url = await showDetails()
    const variants = screen.getAllByRole('option').map(({ textContent }) => textContent)
    expect(variants.length).toBeGreaterThan(3)
    expect(variants).toEqual(variants.toSorted())
    await userEvent.click(screen.getByRole('button', { name: 'Copy URL' }))
    await screen.findByText('Copied')
    expect(await navigator.clipboard.readText()).toBe(url)
    await userEvent.click(screen.getByRole('button', { name: 'Copy markup' }))
    await waitFor(async () =>
      expect(await navigator.clipboard.readText()).toBe(
        `<img src="${url}" alt="spot.png">`,
      ),
    )
  })

  test('is shown, to be selected by hand, where a browser does not let it be copied', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('No'))
    const url = await showDetails()
    await userEvent.click(screen.getByRole('button', { name: 'Copy URL' }))
    await screen.findByText(url)
    expect(screen.queryByText('Copied')).toBeNull()
  })
})
