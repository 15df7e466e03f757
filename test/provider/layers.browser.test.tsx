import { cleanup, render, screen } from '@testing-library/react'
import { createImagesApi, ImageGallery, ImagesProvider } from 'react-cloudflare-images'
import 'react-cloudflare-images/styles.css'
import { afterEach, expect, test } from 'vitest'

const sheets: HTMLStyleElement[] = []
afterEach(() => {
  cleanup()
  for (const sheet of sheets.splice(0)) sheet.remove()
})

/** Puts rules before all others in the page, where they would lose without layers. */
function putFirst(rules: string): void {
  const sheet = document.createElement('style')
  sheet.textContent = rules
  document.head.prepend(sheet)
  sheets.push(sheet)
}

/** The button of a gallery whose list cannot be had, as it looks. */
async function button(): Promise<CSSStyleDeclaration> {
  const api = createImagesApi({ fetch: async () => new Response('', { status: 404 }) })
  render(
    <ImagesProvider api={api}>
      <ImageGallery classNames={{ button: 'mine' }} />
    </ImagesProvider>,
  )
  return getComputedStyle(await screen.findByRole('button', { name: 'Try again' }))
}

test("lets an app's own rule win by one class, wherever it stands", async () => {
  putFirst('.mine { border-top-width: 7px }')
  expect((await button()).borderTopWidth).toBe('7px')
})

test('stands between the resets and the utilities of Tailwind 4 where the app says so', async () => {
  putFirst(`@layer theme, base, react-cloudflare-images, components, utilities;
    @layer base { button { border-top-width: 0; border-radius: 0 } }
    @layer utilities { .mine { border-top-width: 7px } }`)
  const { borderTopWidth, borderTopLeftRadius } = await button()
  expect(borderTopWidth).toBe('7px')
  expect(borderTopLeftRadius).toBe('10px')
})
