import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'

/** A stylesheet as Vite ships it to browsers that do not know light-dark() yet. */
const shipped = async (name: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      cssTarget: 'chrome111',
      rolldownOptions: { input: join(import.meta.dirname, '../../src', name) },
    },
  })
  if (!('output' in built)) throw new Error('There is not one build.')
  const css = built.output.find(({ fileName }) => fileName.endsWith('.css'))
  return css?.type === 'asset' ? String(css.source) : ''
}

test('in a page that says nothing of a scheme, rewritten colours are those of light', async () => {
  const css = await shipped('styles.css')
  expect(css).not.toContain('light-dark(')
  // A colour is `var(--lightningcss-light, …) var(--lightningcss-dark, …)`: `initial` lets its fallback through, nothing hides it.
  expect(css).toMatch(/var\(--lightningcss-light,#[\da-f]+\)\s*var\(--lightningcss-dark,/)
  expect(css).toMatch(/:root\{--lightningcss-light:initial;--lightningcss-dark: ?\}/)
})
