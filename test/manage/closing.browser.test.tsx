import { createImagesApi } from 'react-cloudflare-images'
import { expect, test } from 'vitest'
import { uploadPainting } from '../../stories/manage/uploadPainting.ts'
import { openFrame } from './openFrame.ts'

test('deletes what could still be taken back when the page is closed', async () => {
  const user = crypto.randomUUID()
  const api = createImagesApi({ headers: { 'x-demo-user': user } })
  await uploadPainting(api, 'one.png')
  await uploadPainting(api, 'two.png')
  const frame = await openFrame(user)
  const find = (selector: string) =>
    frame.contentDocument!.querySelector<HTMLElement>(selector)
  await expect
    .poll(() => find('[aria-label="Delete one.png"]'), { timeout: 15_000 })
    .not.toBeNull()
  find('[aria-label="Delete one.png"]')!.click()
  await expect.poll(() => find('[aria-label="Delete one.png"]')).toBeNull()
  const names = async () => (await api.list()).images.map(({ filename }) => filename)
  expect(await names()).toEqual(['two.png', 'one.png'])

  // As when a tab is closed: the page hears of it, runs what it has begun, and is gone.
  frame.contentWindow!.location.replace('about:blank')
  await expect.poll(names, { timeout: 5000 }).toEqual(['two.png'])
  frame.remove()
})

test('takes a picture away from one page within a second of its deletion in another', async () => {
  const user = crypto.randomUUID()
  const api = createImagesApi({ headers: { 'x-demo-user': user } })
  await uploadPainting(api, 'one.png')
  await uploadPainting(api, 'two.png')
  const frames = [await openFrame(user, false), await openFrame(user, false)]
  const [one, other] = frames.map(({ contentDocument }) => contentDocument!)
  const find = (page: Document | undefined) =>
    page?.querySelector<HTMLElement>('[aria-label="Delete one.png"]')
  for (const page of [one, other])
    await expect.poll(() => find(page), { timeout: 15_000 }).not.toBeNull()
  find(one)!.click()
  await expect
    .poll(async () => (await api.list()).images.length, { timeout: 5000 })
    .toBe(1)
  await expect.poll(() => find(other), { timeout: 1000 }).toBeNull()
  expect(other!.querySelectorAll('[role=gridcell]')).toHaveLength(1)
  for (const frame of frames) frame.remove()
})
