import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Photos } from '../../stories/start/Photos.tsx'

test("the README's client, mounted as it stands, uploads and shows what it uploaded", async () => {
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  onTestFinished(() => {
    root.unmount()
    container.remove()
  })
  root.render(
    <StrictMode>
      <Photos />
    </StrictMode>,
  )
  await expect
    .element(page.getByRole('button', { name: 'Choose pictures' }))
    .toBeVisible()

  const name = `painted-${crypto.randomUUID()}.png`
  const canvas = new OffscreenCanvas(300, 200)
  canvas.getContext('2d')!.fillRect(0, 0, 300, 200)
  const file = new File([await canvas.convertToBlob()], name, { type: 'image/png' })
  await userEvent.upload(container.querySelector('input[type=file]')!, file)

  await expect
    .poll(() => delivered(container, name), { timeout: 15_000 })
    .toContain('/cdn-cgi/imagedelivery/')
})

/** Where the picture of this name came from, once the browser has decoded it. */
function delivered(container: Element, name: string): string | undefined {
  const pictures = [...container.querySelectorAll<HTMLImageElement>('img')]
  return pictures.find(({ alt, naturalWidth }) => alt === name && naturalWidth > 0)
    ?.currentSrc
}
