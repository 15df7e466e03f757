import { QueryClient } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import {
  createImagesApi,
  ImageGallery,
  ImagesProvider,
  ImageUploader,
} from 'react-cloudflare-images'
import 'react-cloudflare-images/styles.css'
import { afterEach, expect, test } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { delivery } from '../../stories/delivery.ts'
import { painting } from '../../stories/manage/uploadPainting.ts'

afterEach(cleanup)

/** What Chromium tells a screen reader of this page: role and name of each element. */
async function told(): Promise<string[]> {
  const { frameTree } = await cdp().send('Page.getFrameTree')
  const frameId = frameTree.childFrames?.at(-1)?.frame.id ?? frameTree.frame.id
  const { nodes } = await cdp().send('Accessibility.getFullAXTree', { frameId })
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => `${role?.value}: ${name?.value ?? ''}`.trim())
}

/** Goes from stop to stop until one is called so. */
async function tabTo(wanted: () => Element | null): Promise<void> {
  for (let at = 0; at < 20 && document.activeElement !== wanted(); at++)
    await userEvent.tab()
  expect(wanted()).toHaveFocus()
}

test('a picture is uploaded, deleted, taken back and deleted by keys alone, and all of it is told', async () => {
  const api = createImagesApi({ headers: { 'x-demo-user': crypto.randomUUID() } })
  render(
    <ImagesProvider {...{ api, delivery }} queryClient={new QueryClient()}>
      <ImageUploader multiple />
      <ImageGallery undo={1500} />
    </ImagesProvider>,
  )
  const stored = async () => (await api.list()).images.map(({ filename }) => filename)
  const tile = () => screen.queryByRole('gridcell', { name: /^dune\.png/ })

  // The browser's own dialog is beyond a page: that it is asked for is what can be seen.
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  let asked = 0
  input.addEventListener('click', (event) => {
    event.preventDefault()
    asked += 1
  })
  await tabTo(() => screen.queryByRole('button', { name: 'Choose pictures' }))
  expect(await told()).toContain('button: Choose pictures')
  await userEvent.keyboard('{Enter}')
  expect(asked).toBe(1)
  await userEvent.upload(input, await painting('dune.png'))
  await expect.poll(told).toContain('StaticText: 1 file uploaded')
  expect(await stored()).toEqual(['dune.png'])
  await expect.poll(tile).not.toBeNull()

  await tabTo(tile)
  expect(await told()).toContainEqual(expect.stringMatching(/^gridcell: dune\.png/))
  await userEvent.keyboard('{Delete}')
  await expect.poll(tile).toBeNull()
  await expect.poll(told).toContain('StaticText: Picture deleted')
  await tabTo(() => screen.queryByRole('button', { name: 'Undo' }))
  await userEvent.keyboard('{Enter}')
  await expect.poll(tile).not.toBeNull()
  expect(await stored()).toEqual(['dune.png'])

  await tabTo(tile)
  await userEvent.keyboard('{Delete}')
  await expect.poll(stored).toEqual([])
  expect(tile()).toBeNull()
})
