import { optionTable } from 'react-cloudflare-images/url'
import type { OptionRow } from 'react-cloudflare-images/url'
import type { Random } from './createRandom.ts'

const table = optionTable as Record<string, OptionRow>
const names = Object.keys(table)

/** Characters and pieces that URLs stumble over. */
const noise = [
  '%',
  '%2',
  '%2F',
  '%00',
  '%25',
  '%C3%A9',
  '%ff',
  '%u1234',
  '..',
  '.',
  '/',
  '//',
  ';',
  ',',
  '=',
  '==',
  '&',
  '?',
  '#',
  ' ',
  '+',
  '"',
  "'",
  '<svg>',
  '\u202e',
  '🦊',
  '\\',
  ':',
  '@',
  '-0',
  '1e3',
  'NaN',
  'Infinity',
  '0x10',
  '__proto__',
  'constructor',
  'toString',
  'a'.repeat(3000),
]

/** A path of delivery: well formed, nearly so, or nonsense. */
export function randomUrl(
  random: Random,
  { hash, ids }: { hash: string; ids: readonly string[] },
): string {
  const prefix = random.once(3) ? '/cdn-cgi/imagedelivery' : ''
  const owner = random.once(40) ? random.pick(noise) : hash
  const id = random.once(25) ? random.pick(noise) : random.pick(ids)
  const query = random.once(20)
    ? `?exp=${random.pick(noise)}&sig=${random.pick(noise)}`
    : ''
  const path = `${prefix}/${owner}/${id}/${randomLeaf(random)}${query}`
  if (!random.once(15)) return path
  const at = random.int(path.length)
  return `/${path.slice(1, at)}${random.pick(noise)}${path.slice(at + random.int(3))}`
}

function randomLeaf(random: Random): string {
  if (random.once(12)) return random.pick(['public', 'small', 'nobody', ...noise])
  const count = 1 + random.int(5)
  return Array.from({ length: count }, () => {
    const name = random.once(40) ? random.pick(noise) : random.pick(names)
    return `${name}${random.once(60) ? '' : '='}${randomValue(random, table[name])}`
  }).join(',')
}

function randomValue(random: Random, row: OptionRow | undefined): string {
  if (!row || random.once(25)) return random.pick(noise)
  if (row.words && random.once(3)) return random.pick(row.words)
  switch (row.kind) {
    case 'integer':
      return String(
        random.once(30)
          ? random.int(20_000)
          : 1 + random.int(Math.min(row.max ?? 300, 300)),
      )
    case 'number':
      return (random.int(300) / 100).toFixed(random.int(3))
    case 'integers':
      return Array.from({ length: 1 + random.int(4) }, () => random.int(500)).join(';')
    case 'choice':
      return String(random.pick(row.values))
    case 'color':
      return random.pick([
        'red',
        '%23fff',
        '%23ff000080',
        'rgb%2810%2C20%2C30%29',
        'rgba(1,2,3,0.5)',
        'none',
        '%23',
      ])
    case 'point':
      return `${random.int(120) / 100}x${random.int(120) / 100}`
    case 'trim':
      return random.pick([
        'border',
        '1;2;3;4',
        '0.1;0;0.2;0',
        '999;0;0;0',
        '1;2',
        ';;;',
        '-1;0;0;0',
      ])
  }
}
