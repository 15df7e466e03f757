import { createImagesApi } from 'react-cloudflare-images'
import { expect, test } from 'vitest'
import { uploadPainting } from '../../stories/manage/uploadPainting.ts'

/** A window whose scripts come from Vite with React's fast refresh, which it asks for but does not need here. */
interface Page extends Window {
  eval: (code: string) => Promise<{ openPage: (user: string) => void }>
  __vite_plugin_react_preamble_installed__?: boolean
  $RefreshReg$?: () => void
  $RefreshSig$?: () => (value: unknown) => unknown
}

/** Opens a page in a frame: a document and a JavaScript realm of its own. */
async function openFrame(user: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe')
  document.body.append(frame)
  const page = frame.contentWindow as unknown as Page // it runs our own page below
  page.__vite_plugin_react_preamble_installed__ = true
  page.$RefreshReg$ = () => {}
  page.$RefreshSig$ = () => (value) => value
  const { openPage } = await page.eval(`import('/test/manage/closingPage.tsx')`)
  openPage(user)
  return frame
}

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
