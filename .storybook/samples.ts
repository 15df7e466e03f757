import sharp from 'sharp'

/** A picture that stories show: painted here, so that nobody's photograph is needed. */
export interface Sample {
  id: string
  width: number
  height: number
  alt: string
  /** Average colour. */
  colour: string
  svg: string
}

/** Paints a sample as the JPEG (or, where it is see-through, the PNG) that a person would upload. */
export async function paint({ svg, id }: Sample): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp(Buffer.from(svg))
  const bytes = id.endsWith('leaf')
    ? await picture.png().toBuffer()
    : await picture.flatten().jpeg({ quality: 88 }).toBuffer()
  return new Uint8Array(bytes)
}

const frame = (width: number, height: number, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`

const sky = (id: string, ...stops: string[]) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops
    .map(
      (colour, at) =>
        `<stop offset="${at / (stops.length - 1)}" stop-color="${colour}"/>`,
    )
    .join('')}</linearGradient>`

/** A ridge of hills: a closed wave from the left edge to the right, down to the lower edge. */
function ridge(options: {
  width: number
  height: number
  base: number
  swing: number
  seed: number
  fill: string
}): string {
  const { width, height, base, swing, seed, fill } = options
  const points: string[] = []
  for (let x = 0; x <= width; x += width / 160) {
    const u = x / width
    const wave =
      Math.sin(u * 5 + seed) * 0.55 +
      Math.sin(u * 11 + seed * 2.3) * 0.28 +
      Math.sin(u * 27 + seed * 4.1) * 0.1 +
      Math.sin(u * 61 + seed * 7.7) * 0.04
    points.push(`${x.toFixed(1)},${(base + wave * swing).toFixed(1)}`)
  }
  return `<polygon points="0,${height} ${points.join(' ')} ${width},${height}" fill="${fill}"/>`
}

const hills = (width: number, height: number, fills: string[], seed: number) =>
  fills
    .map((fill, at) =>
      ridge({
        width,
        height,
        base: height * (0.48 + at * 0.13),
        swing: height * (0.11 - at * 0.012),
        seed: seed + at * 1.7,
        fill,
      }),
    )
    .join('')

const sun = (x: number, y: number, r: number, colour: string) =>
  `<radialGradient id="glow"><stop offset="0" stop-color="${colour}" stop-opacity=".9"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient><circle cx="${x}" cy="${y}" r="${r * 4}" fill="url(#glow)"/><circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`

function coast(): string {
  const waves = Array.from({ length: 14 }, (_, at) => {
    const y = 1010 + at * at * 3.4
    return `<path d="M0 ${y} Q600 ${y - 12 - at} 1200 ${y} T2400 ${y}" stroke="#fff" stroke-opacity="${0.28 - at * 0.014}" stroke-width="${2 + at * 0.7}" fill="none"/>`
  }).join('')
  return frame(
    2400,
    1600,
    `<defs>${sky('a', '#2b5c9e', '#8fc0e6', '#fbe3c0')}${sky('b', '#3d8fb8', '#0d3f66')}</defs>
    <rect width="2400" height="1600" fill="url(#a)"/>${sun(1640, 720, 90, '#fff2d0')}
    ${ridge({ width: 2400, height: 1000, base: 930, swing: 70, seed: 3, fill: '#7f9db5' })}
    <rect y="980" width="2400" height="620" fill="url(#b)"/>${waves}
    ${ridge({ width: 2400, height: 1600, base: 1500, swing: 60, seed: 8, fill: '#d9c39a' })}`,
  )
}

const dunes = () =>
  frame(
    2400,
    1600,
    `<defs>${sky('a', '#463a6b', '#c4667d', '#ffd39b')}</defs><rect width="2400" height="1600" fill="url(#a)"/>${sun(700, 620, 110, '#ffe9b8')}${hills(2400, 1600, ['#b8625a', '#96484d', '#6f3444', '#47233a'], 1)}`,
  )

const forest = () =>
  frame(
    2400,
    1600,
    `<defs>${sky('a', '#dfeee6', '#a9cdbf', '#f4e9cf')}</defs><rect width="2400" height="1600" fill="url(#a)"/>${hills(2400, 1600, ['#8db5a2', '#5f917d', '#3a6b5a', '#1c4338'], 4)}`,
  )

function portrait(): string {
  return frame(
    1600,
    2400,
    `<defs>${sky('a', '#f2d7c4', '#d98f7a')}${sky('b', '#39405e', '#1d2236')}</defs>
    <rect width="1600" height="2400" fill="url(#a)"/>
    <circle cx="1180" cy="520" r="340" fill="#f7e7d6" opacity=".55"/>
    <path d="M130 2400 Q220 1640 800 1600 Q1380 1640 1470 2400Z" fill="url(#b)"/>
    <rect x="660" y="1300" width="280" height="380" rx="130" fill="#c98667"/>
    <ellipse cx="800" cy="1020" rx="340" ry="430" fill="#e0a07e"/>
    <path d="M440 1010 Q400 520 800 500 Q1210 520 1165 1030 Q1120 760 960 720 Q700 800 520 760 Q450 860 440 1010Z" fill="#2c2430"/>
    <ellipse cx="680" cy="1030" rx="34" ry="22" fill="#2c2430"/><ellipse cx="920" cy="1030" rx="34" ry="22" fill="#2c2430"/>
    <path d="M700 1240 Q800 1310 900 1240" stroke="#8f4a3c" stroke-width="22" fill="none" stroke-linecap="round"/>`,
  )
}

function city(): string {
  const towers = Array.from({ length: 34 }, (_, at) => {
    const x = at * 74 - 30
    const height = 240 + ((at * 197) % 520)
    const windows = Array.from({ length: 18 }, (_, n) =>
      (at * 7 + n * 5) % 3 === 0
        ? ''
        : `<rect x="${x + 12 + (n % 3) * 17}" y="${1240 - height + 24 + Math.floor(n / 3) * 38}" width="9" height="15" fill="#ffd98a" opacity="${0.35 + ((at + n) % 5) / 8}"/>`,
    ).join('')
    return `<rect x="${x}" y="${1240 - height}" width="68" height="${height + 360}" fill="${at % 2 ? '#17203c' : '#101830'}"/>${windows}`
  }).join('')
  return frame(
    2400,
    1600,
    `<defs>${sky('a', '#0b1030', '#2c2f66', '#b1557a')}</defs><rect width="2400" height="1600" fill="url(#a)"/>${sun(1900, 360, 70, '#f3ecd8')}${towers}<rect y="1240" width="2400" height="360" fill="#0b1022" opacity=".55"/>`,
  )
}

const leaf = () =>
  frame(
    1200,
    1200,
    `<defs>${sky('a', '#8fd18a', '#2f7d4a')}</defs><path d="M600 90 C1010 300 1060 780 600 1110 C140 780 190 300 600 90Z" fill="url(#a)"/><path d="M600 180V1090M600 420L380 330M600 420L820 330M600 600L330 520M600 600L870 520M600 780L380 720M600 780L820 720" stroke="#e6f5e1" stroke-width="14" fill="none" stroke-linecap="round"/>`,
  )

/** Every sample, under the custom id that stories name. */
export const samples: readonly Sample[] = [
  {
    id: 'samples/coast',
    width: 2400,
    height: 1600,
    alt: 'A sandy coast under a low sun',
    colour: '#5f8fb5',
    svg: coast(),
  },
  {
    id: 'samples/dunes',
    width: 2400,
    height: 1600,
    alt: 'Red dunes in the evening',
    colour: '#8a5060',
    svg: dunes(),
  },
  {
    id: 'samples/forest',
    width: 2400,
    height: 1600,
    alt: 'Green hills in the mist',
    colour: '#93b5a5',
    svg: forest(),
  },
  {
    id: 'samples/portrait',
    width: 1600,
    height: 2400,
    alt: 'A painted portrait of a person',
    colour: '#b98a7c',
    svg: portrait(),
  },
  {
    id: 'samples/city',
    width: 2400,
    height: 1600,
    alt: 'A city skyline at night',
    colour: '#2a2a55',
    svg: city(),
  },
  {
    id: 'samples/leaf',
    width: 1200,
    height: 1200,
    alt: 'A green leaf without a background',
    colour: '#5fa96b',
    svg: leaf(),
  },
]
