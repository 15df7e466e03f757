import { createImagesApi } from 'react-cloudflare-images'
import { afterEach, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { uploadPainting } from '../../stories/manage/uploadPainting.ts'
import { openFrame } from './openFrame.ts'

/** Keeps these files from every page, as a server does that a new version of the app was put on. */
const block = async (...urls: string[]) => {
  await cdp().send('Network.enable')
  await cdp().send('Network.setBlockedURLs', { urls })
}
afterEach(() => block())

test('shows every picture without what could not be loaded, says so, and loads the page anew for it', async () => {
  const user = crypto.randomUUID()
  const api = createImagesApi({ headers: { 'x-demo-user': user } })
  for (const name of ['one.png', 'two.png']) await uploadPainting(api, name)
  await block('*/galleryLater.*')
  const frame = await openFrame(user)
  const all = (selector: string) => [
    ...frame.contentDocument!.querySelectorAll<HTMLElement>(selector),
  ]
  const alerts = () => all('[role=alert]').map(({ textContent }) => textContent)
  const said = ['A part of this gallery could not be loadedReload the page']
  await expect.poll(alerts).toEqual(said)
  await expect.poll(() => all('[role=gridcell]')).toHaveLength(2)
  // Where arrow keys do nothing, the tab key leads to each.
  expect(all('[role=gridcell]').map(({ tabIndex }) => tabIndex)).toEqual([0, 0])

  all('[aria-label="Delete one.png"]')[0]!.click()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(alerts()).toEqual(said)
  expect(all('[role=gridcell]')).toHaveLength(2)
  expect((await api.list()).images).toHaveLength(2)

  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
  all('[role=alert] button')[0]!.click()
  await loaded
  frame.remove()
})
