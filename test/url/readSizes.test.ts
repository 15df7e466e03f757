import { sizesAttribute, widthLadder } from 'react-cloudflare-images/url'
import { expect, test } from 'vitest'
import { readSizes } from '../../src/url/readSizes.ts'

test.each([
  [{ base: '100vw', 640: 608, 1024: 604 }],
  [{ base: 300 }],
  [{ base: '50vw', 900: '33.3vw' }],
])('what is written of %j is read as the same slot', (sizes) => {
  const read = readSizes(sizesAttribute({ sizes }))
  expect(widthLadder({ sizes: read })).toEqual(widthLadder({ sizes }))
})

test('a browser that sees for itself is left out', () => {
  expect(readSizes('auto, (min-width: 1000px) 200px, 20vw')).toEqual({
    base: '20vw',
    1000: '200px',
  })
})

test.each([
  'auto',
  '',
  '(orientation: landscape) 50vw, 100vw',
  'calc(100vw - 2rem)',
  '(min-width: 9px) 9px',
])('what says more than that is not read: %s', (text) => {
  expect(readSizes(text)).toBeUndefined()
})
