import { createImagesApi } from 'react-cloudflare-images'
import { expect, test } from 'vitest'
import { uploadPainting } from '../../stories/manage/uploadPainting.ts'

/** A window whose scripts come from Vite and Vitest with helpers, which they ask for but do not need here. */
interface Page extends Window {
  eval: (code: string) => Promise<{ openPage: (user: string, undo?: boolean) => void }>
  __vite_plugin_react_preamble_installed__?: boolean
  __vitest_browser_runner__?: {
    wrapDynamicImport: (load: () => Promise<unknown>) => Promise<unknown>
  }
  $RefreshReg$?: () => void
  $RefreshSig$?: () => (value: unknown) => unknown
}

/** Opens a page in a frame: a document and a JavaScript realm of its own. */
async function openFrame(user: string, undo = true): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe')
  document.body.append(frame)
  const page = frame.contentWindow as unknown as Page // it runs our own page below
  page.__vite_plugin_react_preamble_installed__ = true
  page.__vitest_browser_runner__ = { wrapDynamicImport: (load) => load() }
  page.$RefreshReg$ = () => {}
  page.$RefreshSig$ = () => (value) => value
  const { openPage } = await page.eval(`import('/test/manage/closingPage.tsx')`)
  openPage(user, undo)
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
