import { expect, test } from 'vitest'
import { shrinkToFit } from 'react-cloudflare-images'
import type { PrepareInput } from 'react-cloudflare-images'

const fit = async (given: Partial<PrepareInput>) => {
  const { signal } = new AbortController()
  const file = new File([new Uint8Array(100)], 'a')
  return shrinkToFit({ maxSize: 200 })({ file, type: 'image/jpeg', signal, ...given })
}
const large = new File([new Uint8Array(201)], 'large')

test.each([
  ['HEIC of too many pixels', { type: 'image/heic', width: 12_001 }, 'too-many-pixels'],
  ['HEIC of too many bytes', { type: 'image/heic', file: large }, 'file-too-large'],
  [
    'an animation of too many pixels',
    { type: 'image/webp', width: 12_001, frames: 2 },
    'too-many-frames',
  ],
  [
    'an animation of too many bytes',
    { type: 'image/gif', frames: 2, file: large },
    'file-too-large',
  ],
  [
    'a drawing of too many bytes',
    { type: 'image/svg+xml', file: large },
    'file-too-large',
  ],
])('%s is refused by its name, not made a still', async (_, given, code) => {
  await expect(fit(given)).rejects.toMatchObject({ name: 'ImagesError', code })
})

test.each([
  ['HEIC', { type: 'image/heic', width: 12_000, height: 8_000 }],
  ['an animation', { type: 'image/gif', width: 500, height: 500, frames: 100 }],
  ['a drawing without pixels', { type: 'image/svg+xml', width: 90_000, height: 90_000 }],
])('%s within the limits is left as it is', async (_, given) => {
  expect(await fit(given)).toBeUndefined()
})
