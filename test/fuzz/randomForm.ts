import type { Random } from './createRandom.ts'

const values = [
  '',
  'true',
  'false',
  'TRUE',
  '1',
  'null',
  '{}',
  '[]',
  '{"a":1}',
  '{"a":',
  `{"a":"${'x'.repeat(1100)}"}`,
  '"text"',
  'folder/image',
  '/image',
  'image/',
  '../image',
  'a.exe',
  '083eb7b2-5392-4565-b69e-aff66acddd00',
  '2030-01-01T00:00:00Z',
  'yesterday',
  '\u0000',
  '🦊',
  'http://127.0.0.1/',
  'https://pictures.test/a.png',
  'x'.repeat(2000),
  '{"__proto__":{"a":1}}',
]

const fields = [
  'id',
  'requireSignedURLs',
  'metadata',
  'creator',
  'expiry',
  'url',
  'file',
  'File',
  '__proto__',
  '',
]

/** The body of a request and what it says it is: a form that is whole, damaged, or none at all. */
export function randomForm(
  random: Random,
  picture: Uint8Array,
): { body: Uint8Array<ArrayBuffer>; type: string } {
  const boundary = random.pick(['b', '----WebKitFormBoundaryabc', 'x'.repeat(90), '-'])
  const parts: Uint8Array[] = []
  const text = (line: string) => parts.push(new TextEncoder().encode(line))
  const count = random.int(6)
  for (let index = 0; index < count; index += 1) {
    const isFile = random.once(3)
    const name = isFile && !random.once(5) ? 'file' : random.pick(fields)
    text(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"`)
    if (isFile)
      text(`; filename="${random.pick(['a.png', '', '../../a', 'é"', 'a\u0000b'])}"`)
    text(
      `\r\n${random.once(3) ? `Content-Type: ${random.pick(['image/png', 'text/plain', 'x', ''])}\r\n` : ''}\r\n`,
    )
    if (isFile) parts.push(picture)
    else text(random.pick(values))
    text('\r\n')
  }
  text(random.once(6) ? '' : `--${boundary}--\r\n`)
  const whole = new Uint8Array(Buffer.concat(parts))
  const type = random.pick([
    `multipart/form-data; boundary=${boundary}`,
    `multipart/form-data; boundary=${boundary}`,
    `multipart/form-data; boundary=${boundary}`,
    `multipart/form-data; boundary="${boundary}"`,
    'multipart/form-data',
    `multipart/form-data; boundary=other`,
    'application/json',
    'image/png',
    '',
  ])
  return { body: damaged(random, whole), type }
}

const damaged = (random: Random, bytes: Uint8Array<ArrayBuffer>) => {
  if (random.once(4)) return bytes.slice(0, random.int(bytes.length + 1))
  if (!random.once(4) || bytes.length === 0) return bytes
  const changed = bytes.slice()
  for (let count = random.int(8); count >= 0; count -= 1)
    changed[random.int(changed.length)] = random.int(256)
  return changed
}
