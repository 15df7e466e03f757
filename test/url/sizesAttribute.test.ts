import { sizesAttribute } from 'react-cloudflare-images/url'
import type { SlotOptions } from 'react-cloudflare-images/url'
import { describe, expect, test } from 'vitest'
import { thrownBy } from './thrownBy.ts'

describe('sizesAttribute', () => {
  test.each<[SlotOptions, string]>([
    [{ width: 800 }, '(min-width: 800px) 800px, 100vw'],
    [{ layout: 'fixed', width: 300 }, '300px'],
    [{ layout: 'fullWidth' }, '100vw'],
    [{ maxWidth: 1200 }, '(min-width: 1200px) 1200px, 100vw'],
    [
      { sizes: { base: '100vw', 640: 608, 1024: 604 } },
      '(min-width: 1024px) 604px, (min-width: 640px) 608px, 100vw',
    ],
    [
      { sizes: { base: 'calc(100vw - 32px)', 1024: '50vw' } },
      '(min-width: 1024px) 50vw, calc(100vw - 32px)',
    ],
  ])('says for %j: %s', (slot, sizes) => {
    expect(sizesAttribute(slot)).toBe(sizes)
  })

  test('tells denser screens a smaller slot, so that they choose no more than maxDpr', () => {
    expect(sizesAttribute({ layout: 'fullWidth', maxDpr: 2 })).toBe(
      '(min-resolution: 3.6dppx) calc(100vw * 0.5), (min-resolution: 2.6dppx) calc(100vw * 0.667), 100vw',
    )
    expect(sizesAttribute({ layout: 'fixed', width: 300, maxDpr: 1.5 })).toBe(
      '(min-resolution: 3.6dppx) 113px, (min-resolution: 2.6dppx) 150px, (min-resolution: 1.6dppx) 225px, 300px',
    )
    expect(
      sizesAttribute({ sizes: { base: 'min(100vw, 40rem)', 640: 600 }, maxDpr: 3 }),
    ).toBe(
      '(min-width: 640px) and (min-resolution: 3.6dppx) 450px, (min-resolution: 3.6dppx) calc(min(100vw, 40rem) * 0.75), (min-width: 640px) 600px, min(100vw, 40rem)',
    )
  })

  test('refuses a slot without a width', () => {
    expect(thrownBy(() => sizesAttribute({})).code).toBe('invalid-options')
  })
})
