import { fileStore } from 'react-cloudflare-images/node'
import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { memoryStore } from '../../src/emulator/memoryStore.ts'
import type { StoredAccount, StoredImage } from '../../src/emulator/Store.ts'

const root = mkdtempSync(join(tmpdir(), 'file-store-'))
afterAll(() => rmSync(root, { recursive: true }))

let count = 0
const directory = () => join(root, String(count++))
const image = (id: string, rest: Partial<StoredImage> = {}): StoredImage => ({
  id,
  filename: 'cat.jpg',
  uploaded: '2026-11-22T10:00:00.000Z',
  requireSignedURLs: false,
  meta: { note: 'ä' },
  creator: null,
  file: { type: 'image/jpeg', size: 3, width: 1, height: 1, frames: 1 },
  ...rest,
})
const bytes = (...values: number[]) => Uint8Array.from(values)
const account: StoredAccount = {
  variants: {},
  keys: [{ name: 'default', value: 'k' }],
  config: {
    flexible_variants: true,
    browser_ttl: 3600,
    preserve_content_credentials: false,
  },
  batchTokens: [],
}

test.each([
  ['a directory', () => fileStore(directory())],
  ['memory', memoryStore],
])('%s keeps images, their bytes and the account', async (_, create) => {
  const store = create()
  expect(await store.readAccount()).toBeUndefined()
  expect(await store.list()).toEqual([])
  expect(await store.read('a')).toBeUndefined()
  expect(await store.readBytes('a')).toBeUndefined()
  expect(await store.delete('a')).toBe(false)

  await store.writeAccount(account)
  expect(await store.readAccount()).toEqual(account)

  const draft: StoredImage = { ...image('a'), draftUntil: 1 }
  delete draft.file
  await store.write(draft)
  expect(await store.read('a')).toEqual(draft)
  expect(await store.readBytes('a')).toBeUndefined()

  await store.write(image('a'), bytes(1, 2, 3))
  await store.write(image('b/c'), bytes(4))
  expect(await store.readBytes('a')).toEqual(bytes(1, 2, 3))
  await store.write(image('a', { meta: { note: 'new' } }))
  expect((await store.read('a'))?.meta).toEqual({ note: 'new' })
  expect(await store.readBytes('a')).toEqual(bytes(1, 2, 3))
  await store.write(image('a'), bytes(9, 9))
  expect(await store.readBytes('a')).toEqual(bytes(9, 9))
  expect((await store.list()).map(({ id }) => id).toSorted()).toEqual(['a', 'b/c'])

  expect(await store.delete('a')).toBe(true)
  expect(await store.read('a')).toBeUndefined()
  expect((await store.list()).map(({ id }) => id)).toEqual(['b/c'])
  await store.write(image('a'))
  expect(await store.readBytes('a')).toBeUndefined()

  await store.clear()
  expect(await store.list()).toEqual([])
  expect(await store.readAccount()).toBeUndefined()
})

test('another process sees what one process wrote, changed and deleted', async () => {
  const path = directory()
  const writer = fileStore(path)
  const reader = fileStore(path)
  const ids = async () => (await reader.list()).map(({ id }) => id).toSorted()
  expect(await ids()).toEqual([])
  for (let round = 0; round < 5; round++) {
    await writer.write(image(`image-${round}`), bytes(round))
    expect(await ids()).toHaveLength(round + 1)
    expect(await reader.readBytes(`image-${round}`)).toEqual(bytes(round))
  }
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(await ids()).toHaveLength(5)
  await writer.write(image('image-0', { filename: 'dog.jpg' }))
  expect((await reader.list()).find(({ id }) => id === 'image-0')?.filename).toBe(
    'dog.jpg',
  )
  await writer.delete('image-3')
  expect(await ids()).toEqual(['image-0', 'image-1', 'image-2', 'image-4'])
})

test('an image is one JSON and one file with the original bytes, to be looked at', async () => {
  const path = directory()
  const content = crypto.getRandomValues(new Uint8Array(1000))
  await fileStore(path).write(image('Photos/My Cat.jpg'), content)
  const files = readdirSync(join(path, 'images')).toSorted()
  const digest = createHash('sha256')
    .update('Photos/My Cat.jpg')
    .digest('hex')
    .slice(0, 32)
  expect(files).toHaveLength(2)
  const [jpg, json] = files as [string, string]
  expect(json).toBe(`photos-my-cat-jpg-${digest}.json`)
  expect(jpg).toMatch(new RegExp(`^photos-my-cat-jpg-${digest}\\.[0-9a-f]{12}\\.jpg$`))
  expect(new Uint8Array(readFileSync(join(path, 'images', jpg)))).toEqual(content)
  expect(JSON.parse(readFileSync(join(path, 'images', json), 'utf8'))).toEqual({
    image: image('Photos/My Cat.jpg'),
    bytes: jpg,
  })
})

test('no id leaves the directory, and no two ids share a file', async () => {
  const path = directory()
  const store = fileStore(join(path, 'inside'))
  const ids = [
    '../../escape',
    '..',
    '.',
    '/etc/passwd',
    'C:\\windows\\system32',
    'a/../../../b',
    'nul',
    'con.json',
    'x\0y',
    '%2e%2e%2f',
    'account.json',
    'ABC',
    'abc',
    'a-b',
    'a/b',
    'ä',
    'a\u0308',
    '😀'.repeat(256),
    'x'.repeat(1024),
    `${'x'.repeat(1023)}y`,
    '__proto__',
  ]
  for (const [index, id] of ids.entries()) await store.write(image(id), bytes(index))
  for (const [index, id] of ids.entries()) {
    expect((await store.read(id))?.id).toBe(id)
    expect(await store.readBytes(id)).toEqual(bytes(index))
  }
  expect(await store.list()).toHaveLength(ids.length)
  expect(readdirSync(root).filter((name) => Number.isNaN(Number(name)))).toEqual([])
  expect(readdirSync(path)).toEqual(['inside'])
  expect(readdirSync(join(path, 'inside'))).toEqual(['images'])
  const names = readdirSync(join(path, 'inside', 'images'))
  expect(names.filter((name) => !/^[a-z0-9.-]{1,120}$/.test(name))).toEqual([])
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length * 2)
})

test("a list passes over files that are not the store's own", async () => {
  const path = directory()
  await fileStore(path).write(image('a'), bytes(1))
  writeFileSync(join(path, 'images', 'notes.json'), '{ "half a')
  writeFileSync(join(path, 'images', 'settings.json'), '{ "image": { "id": "b" } }')
  expect(await fileStore(path).list()).toEqual([image('a')])
})

test("clear leaves the user's own files alone", async () => {
  const path = directory()
  await mkdir(join(path, 'images'), { recursive: true })
  writeFileSync(join(path, 'images', 'holiday.jpg'), 'mine')
  writeFileSync(join(path, 'notes.txt'), 'mine')
  const store = fileStore(path)
  await store.write(image('a'), bytes(1))
  await store.writeAccount(account)
  await store.clear()
  expect(readdirSync(path, { recursive: true }).toSorted()).toEqual([
    'images',
    'images/holiday.jpg',
    'notes.txt',
  ])
})

test(
  'a writer that is killed at any moment leaves only whole images',
  { timeout: 60_000 },
  async () => {
    const path = directory()
    const store = fileStore(path)
    for (let round = 0; round < 5; round++) {
      const writer = spawn(
        process.execPath,
        ['--import', 'tsx', join(import.meta.dirname, 'writeForEver.ts'), path],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: { ...process.env, NODE_OPTIONS: '' },
        },
      )
      await once(writer.stdout, 'data')
      await new Promise((resolve) => setTimeout(resolve, 10 + 40 * round))
      writer.kill('SIGKILL')
      await once(writer, 'close')
      for (const { id, file, meta } of await store.list()) {
        const content = await store.readBytes(id)
        expect(content?.length).toBe(file?.size)
        expect(createHash('sha256').update(content!).digest('hex')).toBe(meta['sha'])
      }
    }
    const left = readdirSync(join(path, 'images')).length
    await store.clear()
    expect(left).toBeGreaterThan(0)
    expect(readdirSync(join(path, 'images'))).toEqual([])
  },
)
