/** Opens a page in a frame: a document and a JavaScript realm of its own. */
export async function openFrame(user: string, undo = true): Promise<HTMLIFrameElement> {
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
