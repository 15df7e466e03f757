import { createHash, randomBytes } from 'node:crypto'
import { fileStore } from '../../src/node/fileStore.ts'

/** Writes images of any size over each other until it is killed; says when it begins. */
const store = fileStore(process.argv[2]!)
process.stdout.write('writing\n')
for (let turn = 0; ; turn++) {
  const bytes = new Uint8Array(randomBytes(1 + Math.floor(Math.random() * 500_000)))
  const sha = createHash('sha256').update(bytes).digest('hex')
  await store.write(
    {
      id: `image-${turn % 7}`,
      filename: 'a.jpg',
      uploaded: new Date().toISOString(),
      requireSignedURLs: false,
      meta: { sha },
      creator: null,
      file: { type: 'image/jpeg', size: bytes.length, width: 1, height: 1, frames: 1 },
    },
    bytes,
  )
  if (turn % 5 === 4) await store.delete(`image-${(turn + 3) % 7}`)
}
