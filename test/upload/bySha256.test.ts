import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { bySha256, readImageFacts } from 'react-cloudflare-images'
import { createUploader } from '../../src/upload/createUploader.ts'
import { photograph } from '../support/pictures.ts'
import { createLocalCloud } from './localCloud.ts'

const photo = async (name: string) => new File([await photograph()], name)

test('the same bytes are stored once, and found under another name', async () => {
  const { api, store, transport } = createLocalCloud()
  const uploader = createUploader({ api, transport, dedupe: bySha256() })
  const first = await uploader.uploadAsync([await photo('first.jpg')])
  const second = await uploader.uploadAsync([await photo('second.jpg')])
  expect(second.succeeded[0]!.imageId).toBe(first.succeeded[0]!.imageId)
  expect(await store.list()).toHaveLength(1)
  const sha = createHash('sha256')
    .update(await photograph())
    .digest('hex')
  expect(readImageFacts(first.succeeded[0]!.image)?.sha).toBe(sha)
})

test('a backend that cannot tell does not hold a file up', async () => {
  const { api, transport } = createLocalCloud()
  const find = async () => Promise.reject(new Error('not served'))
  const uploader = createUploader({
    api: { ...api, find },
    transport,
    dedupe: bySha256(),
  })
  const { succeeded } = await uploader.uploadAsync([await photo('a.jpg')])
  expect(succeeded).toHaveLength(1)
})
