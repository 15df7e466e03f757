import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { useEffect } from 'react'
import {
  createImagesApi,
  defineDelivery,
  ImageGallery,
  ImagesProvider,
  useDirectUpload,
} from 'react-cloudflare-images'
import type { UseDirectUploadResult } from 'react-cloudflare-images'
import 'react-cloudflare-images/styles.css'
import { afterEach, expect, test } from 'vitest'

afterEach(cleanup)
afterEach(() => setFaults([]))

const setFaults = (faults: readonly object[]) =>
  fetch('/__emulator/faults', { method: 'PUT', body: JSON.stringify(faults) })

/** A red PNG of 400 × 300. */
async function painting(): Promise<File> {
  const canvas = new OffscreenCanvas(400, 300)
  const context = canvas.getContext('2d')!
  context.fillStyle = 'rgb(200, 30, 30)'
  context.fillRect(0, 0, 400, 300)
  return new File([await canvas.convertToBlob()], 'red.png', { type: 'image/png' })
}

/** Whether the tile shows the picture at this moment: drawn from the file, or delivered and decoded. */
function isSeen(tile: Element): boolean {
  const canvas = tile.querySelector('canvas')
  if (canvas && !canvas.hidden) {
    const [red = 0] = canvas.getContext('2d')!.getImageData(9, 9, 1, 1).data
    return red > 150
  }
  const image = tile.querySelector('img')
  return !!image?.complete && image.naturalWidth > 0
}

test(
  'shows a picture in every frame from its file to its delivery, three seconds later',
  { timeout: 40_000 },
  async () => {
    const uploader: { current?: UseDirectUploadResult } = {}
    function Page() {
      const upload = useDirectUpload()
      useEffect(() => {
        uploader.current = upload
      })
      return <ImageGallery />
    }
    render(
      <ImagesProvider
        api={createImagesApi({ headers: { 'x-demo-user': crypto.randomUUID() } })}
        delivery={defineDelivery({
          accountHash: 'Emulator_Account_Hash_',
          baseUrl: '/cdn-cgi/imagedelivery',
        })}
      >
        <Page />
      </ImagesProvider>,
    )
    await screen.findByText('No pictures yet', {}, { timeout: 15_000 })
    await setFaults([{ host: 'delivery', delay: 3000 }])
    const file = await painting()
    act(() => void uploader.current!.upload([file]))
    const tile = screen.getByRole('gridcell')
    await waitFor(() => expect(isSeen(tile)).toBe(true), { timeout: 10_000 })

    const blanks: number[] = []
    const began = performance.now()
    let stored = 0
    while (performance.now() - began < 12_000) {
      await new Promise(requestAnimationFrame)
      if (!isSeen(tile)) blanks.push(performance.now() - began)
      if (!stored && tile.querySelector('img')) stored = performance.now()
      if (stored && !tile.querySelector('canvas')) break
    }
    const held = performance.now() - stored
    expect(blanks).toEqual([])
    expect(screen.getByRole('gridcell', { name: /^red.png/ })).toBe(tile)
    expect(held).toBeGreaterThan(2500)
    expect(isSeen(tile)).toBe(true)
  },
)
