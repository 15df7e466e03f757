import { deflateSync, crc32 } from 'node:zlib'
import type { Random } from './createRandom.ts'

/** A picture that is not what it should be, and how it came to be so. */
export interface OddPicture {
  kind: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Damages one of these pictures, or makes one that is hostile from the start. */
export function randomPicture(
  random: Random,
  pictures: readonly Uint8Array[],
): OddPicture {
  const bytes = new Uint8Array(random.pick(pictures))
  const other = random.pick(pictures)
  switch (random.int(8)) {
    case 0:
      return { kind: 'truncated', bytes: bytes.slice(0, random.int(bytes.length)) }
    case 1:
    case 2:
      return { kind: 'bits flipped', bytes: flipped(random, bytes) }
    case 3:
      return { kind: 'spliced', bytes: spliced(random, bytes, other) }
    case 4:
      return { kind: 'bomb', bytes: bomb(random) }
    case 5:
      return { kind: 'polyglot', bytes: polyglot(random, bytes) }
    case 6:
      return { kind: 'svg', bytes: hostileSvg(random) }
    default:
      return { kind: 'header only', bytes: headerAnd(random, bytes) }
  }
}

const flipped = (random: Random, bytes: Uint8Array<ArrayBuffer>) => {
  // The front holds sizes, tables and lengths.
  const reach = random.once(2) ? Math.min(200, bytes.length) : bytes.length
  for (let count = 1 + random.int(12); count > 0; count -= 1) {
    const at = random.int(reach)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(8))
  }
  return bytes
}

const spliced = (random: Random, a: Uint8Array, b: Uint8Array) =>
  new Uint8Array(
    Buffer.concat([
      a.subarray(0, random.int(a.length)),
      b.subarray(random.int(b.length)),
    ]),
  )

const headerAnd = (random: Random, bytes: Uint8Array<ArrayBuffer>) => {
  const kept = 4 + random.int(60)
  for (let at = kept; at < bytes.length; at += 1) bytes[at] = random.int(256)
  return bytes
}

const chunk = (name: string, data: Uint8Array) => {
  const body = Buffer.concat([Buffer.from(name), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** A PNG of a few kilobytes that claims, or really holds, far more pixels than its file. */
const bomb = (random: Random) => {
  const side = () => random.pick([1, 12_000, 12_001, 20_000, 65_535, 0x7fffffff, 0])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side(), 0)
  header.writeUInt32BE(side(), 4)
  header.set([random.pick([1, 8, 16]), random.pick([0, 2, 3, 6]), 0, 0, random.int(2)], 8)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(random.int(200_000)))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

const polyglot = (random: Random, bytes: Uint8Array) => {
  const page = Buffer.from('<html><script>alert(1)</script></html>')
  const zip = Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')
  const tail = random.pick([page, zip, Buffer.from('%PDF-1.7'), bytes])
  return new Uint8Array(Buffer.concat(random.once(2) ? [bytes, tail] : [tail, bytes]))
}

/** Every way in which a drawing might run something or call somebody. */
const attacks = [
  '<script>alert(1)</script>',
  '<SCRIPT xlink:href="https://evil.test/a.js"/>',
  '<rect onload="alert(1)" ONCLICK="alert(1)" width="1" height="1"/>',
  '<a href="javascript:alert(1)"><rect/></a>',
  '<a xlink:href="https://evil.test"><rect/></a>',
  '<image href="https://evil.test/a.png"/>',
  '<image xlink:href="//evil.test/a.png"/>',
  '<use href="https://evil.test/a.svg#x"/>',
  '<foreignObject><iframe src="https://evil.test"/></foreignObject>',
  '<style>@import url(https://evil.test/a.css); rect { fill: url("https://evil.test/f") }</style>',
  '<rect style="fill:url(https://evil.test/f)"/>',
  '<animate attributeName="href" to="javascript:alert(1)"/>',
  '<set attributeName="onclick" to="alert(1)"/>',
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
  '<rect fill="&#106;avascript:alert(1)"/>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml-stylesheet href="https://evil.test/a.css"?>',
]

const hostileSvg = (random: Random) => {
  const doctype = random.once(4)
    ? '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    : ''
  const size = random.pick([
    'width="10" height="10"',
    'viewBox="0 0 10 10"',
    '',
    'width="1e9" height="-1"',
  ])
  const inside = Array.from({ length: 1 + random.int(5) }, () =>
    random.pick(attacks),
  ).join('')
  const nested = '<g>'.repeat(random.once(10) ? 5_000 : 1)
  const text = `${doctype}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${nested}${inside}</svg>`
  const whole = random.once(5) ? text.slice(0, random.int(text.length)) : text
  return new TextEncoder().encode(whole)
}
