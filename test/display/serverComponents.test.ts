import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Runs a module as a Server Component's bundle would see it: no `createContext`, no hooks. */
function runOnServer(code: string): unknown {
  const flags = ['react-server', 'react-cloudflare-images-source']
  const output = execFileSync(
    process.execPath,
    [
      ...flags.map((condition) => `--conditions=${condition}`),
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      `import { withDelivery } from './src/display/withDelivery.tsx'
      import { VariantImage } from './src/display/VariantImage.tsx'
      import { ResponsiveImage } from './src/display/ResponsiveImage.tsx'
      import { defineDelivery } from './src/url/defineDelivery.ts'
      const delivery = defineDelivery({ accountHash: 'hash', variants: { avatar: { width: 9, height: 9, fit: 'cover' } } })
      ${code}`,
    ],
    { cwd: root, encoding: 'utf8' },
  )
  return JSON.parse(output)
}

describe('in a Server Component', () => {
  test('images need no hook and no context', () => {
    const images = runOnServer(`
      const given = { id: 'coast', alt: '', delivery }
      const Avatar = withDelivery(VariantImage, delivery)
      const bound = Avatar({ id: 'coast', alt: '', variant: 'avatar' })
      console.log(JSON.stringify([
        VariantImage({ ...given, variant: 'avatar' }).props.src,
        ResponsiveImage({ ...given, width: 400, height: 300 }).props.src,
        bound.type(bound.props).props.src,
      ]))`)
    const frame = 'https://imagedelivery.net/hash/coast'
    expect(images).toEqual([
      `${frame}/avatar`,
      `${frame}/width=400,height=300,fit=aspect-crop`,
      `${frame}/avatar`,
    ])
  })

  test('no image tells the browser to see for itself how wide it is, for nothing could take that back', () => {
    const sizes = runOnServer(`
      const { props } = ResponsiveImage({ id: 'coast', alt: '', delivery, width: 400, height: 300 })
      console.log(JSON.stringify([props.loading, props.sizes]))`)
    expect(sizes).toEqual(['lazy', '(min-width: 400px) 400px, 100vw'])
  })

  test('an id without a delivery is an error that names the lines to add', () => {
    const error = runOnServer(`
      try {
        VariantImage({ id: 'coast', variant: 'avatar', alt: '' })
      } catch ({ name, code, message }) {
        console.log(JSON.stringify({ name, code, message }))
      }`)
    expect(error).toMatchObject({ name: 'ImagesError', code: 'no-delivery' })
    expect((error as Error).message).toMatch(
      /Server Component[^]*defineDelivery\([^]*withDelivery\(/,
    )
  })
})
