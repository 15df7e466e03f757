import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createEmulator } from 'react-cloudflare-images/emulator'
import { sharpTransformer } from 'react-cloudflare-images/node'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { buildForNode } from '../support/buildForNode.ts'
import { heic } from '../support/heic.ts'
import { callApi, formOf, refusal } from '../emulator/callApi.ts'
import { apart, draw, make } from './makePicture.ts'

const emulator = createEmulator({
  flexibleVariants: true,
  transformer: sharpTransformer(),
})

const deliver = async (leaf: string, accept = '') => {
  const { accountHash } = emulator.delivery
  return emulator.fetch(`http://images.test/${accountHash}/heic/${leaf}`, {
    headers: { accept },
  })
}

test('a HEIC is delivered as what the browser takes, with its own pixels', async () => {
  await emulator.seed({ images: [{ id: 'heic', file: heic }] })
  for (const [accept, type] of [
    ['image/avif,image/webp', 'image/avif'],
    ['image/webp', 'image/webp'],
    ['', 'image/jpeg'],
  ]) {
    const response = await deliver('width=64', accept)
    expect(response.headers.get('content-type')).toBe(type)
    const image = sharp(await response.arrayBuffer())
    expect(await image.metadata()).toMatchObject({ width: 64, height: 32 })
  }
})

test('a HEIC is cropped and turned as any other picture', async () => {
  const { at } = await draw(heic, { rotate: 90 })
  expect(apart(at(32, 20), [220, 30, 30])).toBeLessThan(12)
  expect(apart(at(32, 108), [30, 30, 220])).toBeLessThan(12)
  const right = await draw(heic, {
    width: 32,
    height: 32,
    fit: 'cover',
    gravity: 'right',
  })
  expect(apart(right.at(2, 16), [30, 30, 220])).toBeLessThan(12)
})

test('what was asked to keep the metadata of a HEIC says that it did not', async () => {
  const { approximate } = await make(heic, { metadata: 'keep' }, 'jpeg')
  expect(approximate).toEqual(['metadata'])
})

/** Its header tells a size; nothing else of it can be read. */
const damaged = heic.slice()
damaged.fill(0xff, damaged.length - 45)
damaged.fill(0, 60, 300)

test('a damaged HEIC is a coded error', async () => {
  await expect(make(damaged, {}, 'jpeg')).rejects.toMatchObject({ code: 'invalid-file' })
  const { transform } = sharpTransformer()
  const file = { type: 'image/heic', size: 1, width: 128, height: 64, frames: 1 }
  await expect(
    transform({ bytes: damaged, file, options: {}, format: 'jpeg' }),
  ).rejects.toMatchObject({ code: 'invalid-file' })
})

test('a damaged HEIC is refused when it comes, in the words for any damaged picture', async () => {
  const spoiled = heic.slice()
  spoiled.fill(0xff, 68, 190) // what its decoder is set up with; its size stands behind
  for (const bytes of [spoiled, heic.slice(0, -40)]) {
    const file = new File([bytes], 'a.heic')
    const answer = await callApi(emulator, 'POST /v1', { body: formOf({ file }) })
    expect(refusal(answer)).toEqual([422, 9422, expect.stringContaining('HEIC image')])
  }
  const file = new File([heic], 'a.heic')
  expect((await callApi(emulator, 'POST /v1', { body: formOf({ file }) })).status).toBe(
    200,
  )
})

test('without a decoder, the answer holds the command that installs one', async () => {
  const hidden = pathToFileURL(join(import.meta.dirname, 'withoutHeicDecoder.mjs')).href
  const script = process.env['TEST_DIST']
    ? join(import.meta.dirname, 'deliverHeic.mjs')
    : await buildForNode('test/node/deliverHeic.mjs', 'heic-test')
  const args = ['--import', hidden, script, Buffer.from(heic).toString('base64')]
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: tmpdir(), // where there is no decoder either
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  expect(stdout).toMatch(/^415 err=9412 ERROR 9412: /)
  expect(stdout).toContain('Run: npm install --save-dev heic-decode')
})
