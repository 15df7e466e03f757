// Writes the pictures of one directory into a store over and over, until it is killed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileStore } from 'react-cloudflare-images/node'

const [, , from = '', into = ''] = process.argv
const store = fileStore(into)
const files = readdirSync(from).map((name) => {
  const [width = 0, height = 0] = name.split('x').map((part) => Number.parseInt(part))
  return { bytes: new Uint8Array(readFileSync(join(from, name))), width, height }
})
process.stdout.write('writing\n')
for (let turn = 0; ; turn += 1) {
  const { bytes, width, height } = files[Math.floor(Math.random() * files.length)]!
  await store.write(
    {
      id: `image-${turn % 7}`,
      filename: 'a.png',
      uploaded: new Date().toISOString(),
      requireSignedURLs: false,
      meta: {},
      creator: null,
      file: { type: 'image/png', size: bytes.length, width, height, frames: 1 },
    },
    bytes,
  )
  if (turn % 3 === 0)
    await store.writeAccount({
      variants: {},
      keys: [{ name: 'default', value: 'k'.repeat(1 + (turn % 4_000)) }],
      config: {},
      batchTokens: [],
    })
  if (turn % 5 === 4) await store.delete(`image-${(turn + 3) % 7}`)
}
