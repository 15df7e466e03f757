import { canvasTransformer } from 'react-cloudflare-images/emulator'
import type { OutputFormat, TransformPlan } from 'react-cloudflare-images/emulator'
import { expect, test } from 'vitest'

const transformer = canvasTransformer()

type Colour = readonly [red: number, green: number, blue: number, alpha: number]

/** A PNG by the browser's own encoder, which loses nothing. */
const picture = async (
  { width, height }: { width: number; height: number },
  colourAt: (x: number, y: number) => Colour,
) => {
  const canvas = new OffscreenCanvas(width, height)
  const data = new ImageData(width, height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) data.data.set(colourAt(x, y), (y * width + x) * 4)
  canvas.getContext('2d')!.putImageData(data, 0, 0)
  return bytesOf(await canvas.convertToBlob())
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

/** Red is its x, green its y, so a pixel says where it came from. */
const gradient = await picture({ width: 256, height: 128 }, (x, y) => [x, y, 0, 255])

const make = async (
  bytes: Uint8Array<ArrayBuffer>,
  options: TransformPlan,
  format: OutputFormat = 'png',
) => {
  const file = await transformer.inspect(bytes)
  return transformer.transform({ bytes, file, options, format })
}

/** What the browser's decoder sees in the result. */
const draw = async (...given: Parameters<typeof make>) => {
  const { bytes, type } = await make(...given)
  const bitmap = await createImageBitmap(new Blob([bytes], { type }))
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const at = (x: number, y: number) =>
    Array.from(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4))
  return { width, height, at }
}

const corners = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const

/** Width and height, and where the pixels in the four corners came from: x and y by turns. */
const cases: [TransformPlan, [number, number], number[]][] = [
  [{}, [256, 128], [0, 0, 255, 0, 0, 127, 255, 127]],
  [
    { trim: { left: 10, top: 20, width: 100, height: 50 } },
    [100, 50],
    [10, 20, 109, 20, 10, 69, 109, 69],
  ],
  [{ trim: { left: 0.5, bottom: 8 } }, [128, 120], [128, 0, 255, 0, 128, 119, 255, 119]],
  [{ flip: 'h' }, [256, 128], [255, 0, 0, 0, 255, 127, 0, 127]],
  [{ flip: 'v' }, [256, 128], [0, 127, 255, 127, 0, 0, 255, 0]],
  [{ rotate: 90 }, [128, 256], [0, 127, 0, 0, 255, 127, 255, 0]],
  [{ rotate: 270 }, [128, 256], [255, 0, 255, 127, 0, 0, 0, 127]],
  [{ flip: 'h', rotate: 180 }, [256, 128], [0, 127, 255, 127, 0, 0, 255, 0]],
  [
    { width: 100, height: 128, fit: 'cover' },
    [100, 128],
    [78, 0, 177, 0, 78, 127, 177, 127],
  ],
  [
    { width: 100, height: 128, fit: 'cover', gravity: 'left' },
    [100, 128],
    [0, 0, 99, 0, 0, 127, 99, 127],
  ],
  [
    { width: 100, height: 128, fit: 'crop', gravity: { x: 1, y: 0 } },
    [100, 128],
    [156, 0, 255, 0, 156, 127, 255, 127],
  ],
]

test.each(cases)(
  '%j shows each pixel where arithmetic puts it',
  async (options, size, from) => {
    const { width, height, at } = await draw(gradient, options)
    expect([width, height]).toEqual(size)
    const seen = corners.flatMap(([right, bottom]) =>
      at(right * (width - 1), bottom * (height - 1)).slice(0, 2),
    )
    expect(seen).toEqual(from)
  },
)

test('a picture made smaller shows the mean of what each pixel stands for', async () => {
  const { width, height, at } = await draw(gradient, { width: 64 })
  expect([width, height]).toEqual([64, 32])
  for (const [x, y] of [
    [8, 8],
    [31, 15],
    [55, 20],
  ] as const) {
    const [red, green] = at(x, y)
    expect(Math.abs(red! - (4 * x + 1.5))).toBeLessThanOrEqual(1)
    expect(Math.abs(green! - (4 * y + 1.5))).toBeLessThanOrEqual(1)
  }
})

test('what is padded lies in the middle, on its background', async () => {
  const options = { width: 256, height: 256, fit: 'pad' } as const
  const white = await draw(gradient, options)
  expect([white.width, white.height]).toEqual([256, 256])
  expect([white.at(9, 63), white.at(9, 64), white.at(9, 191), white.at(9, 192)]).toEqual([
    [255, 255, 255, 255],
    [9, 0, 0, 255],
    [9, 127, 0, 255],
    [255, 255, 255, 255],
  ])
  const red = await draw(gradient, { ...options, background: '#ff0000' })
  expect(red.at(255, 0)).toEqual([255, 0, 0, 255])
})

test.each<[TransformPlan, number[]]>([
  [{ brightness: 0.5 }, [100, 50, 25]],
  // Around the middle grey: (v - 127.5) × 2 + 127.5
  [{ contrast: 2 }, [255, 72.5, 0]],
  // The grey of CSS: 0.213 × 200 + 0.715 × 100 + 0.072 × 50
  [{ saturation: 0 }, [117.7, 117.7, 117.7]],
])('%j makes 200, 100, 50 into %j', async (options, wanted) => {
  const bytes = await picture({ width: 8, height: 8 }, () => [200, 100, 50, 255])
  const seen = (await draw(bytes, options)).at(4, 4)
  for (const [channel, value] of wanted.entries())
    expect(Math.abs(seen[channel]! - value)).toBeLessThanOrEqual(1)
})

test('a blur mixes what lies beside each other, and nothing far away', async () => {
  const halves = await picture({ width: 80, height: 20 }, (x) =>
    x < 40 ? [0, 0, 0, 255] : [255, 255, 255, 255],
  )
  const { at } = await draw(halves, { blur: 8 })
  const [far, left, right, beyond] = [4, 39, 40, 75].map((x) => at(x, 10)[0]!)
  expect([far, beyond]).toEqual([0, 255])
  expect(left).toBeGreaterThan(90)
  expect(right).toBeLessThan(165)
  expect(Math.abs(left! + right! - 255)).toBeLessThanOrEqual(2)
})

test('transparency stays, but in a JPEG, where white shows through', async () => {
  const glass = await picture({ width: 16, height: 16 }, (x) =>
    x < 8 ? [0, 0, 0, 0] : [10, 200, 30, 255],
  )
  const clear = await draw(glass, {})
  expect([clear.at(2, 8)[3], clear.at(12, 8)]).toEqual([0, [10, 200, 30, 255]])
  const [red, green, blue] = (await draw(glass, { quality: 100 }, 'jpeg')).at(2, 8)
  expect(Math.min(red!, green!, blue!)).toBeGreaterThan(250)
  expect((await draw(glass, { background: 'blue' })).at(2, 8)).toEqual([0, 0, 255, 255])
})

test.each<[OutputFormat, string, string[] | undefined, number[]]>([
  ['png', 'image/png', undefined, [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', 'image/jpeg', undefined, [0xff, 0xd8, 0xff]],
  ['baseline-jpeg', 'image/jpeg', undefined, [0xff, 0xd8, 0xff]],
  ['webp', 'image/webp', undefined, [0x52, 0x49, 0x46, 0x46]],
  ['avif', 'image/webp', ['format'], [0x52, 0x49, 0x46, 0x46]],
  ['gif', 'image/webp', ['format'], [0x52, 0x49, 0x46, 0x46]],
])('%s comes out as %s, and says %j', async (format, type, approximate, magic) => {
  const made = await make(gradient, { width: 32 }, format)
  expect([made.type, made.width, made.height, made.approximate]).toEqual([
    type,
    32,
    16,
    approximate,
  ])
  expect(Array.from(made.bytes.subarray(0, magic.length))).toEqual(magic)
})

test('a lower quality weighs less', async () => {
  const noise = await picture({ width: 64, height: 64 }, (x, y) => [
    (x * 73 + y * 151) % 256,
    (x * 199 + y * 31) % 256,
    (x * y) % 256,
    255,
  ])
  const weight = async (quality: number) =>
    (await make(noise, { quality }, 'jpeg')).bytes.length
  expect(await weight(20)).toBeLessThan(0.6 * (await weight(95)))
})

test('what has no means here is left out, and says so', async () => {
  const { approximate } = await make(gradient, {
    gamma: 2,
    sharpen: 1,
    gravity: 'face',
    segment: 'foreground',
    upscale: 'generate',
    trim: 'border',
    metadata: 'keep',
  })
  expect(approximate?.toSorted()).toEqual([
    'gamma',
    'gravity',
    'metadata',
    'segment',
    'sharpen',
    'trim',
    'upscale',
  ])
})

test('a photograph is turned upright first', async () => {
  const canvas = new OffscreenCanvas(64, 32)
  const context = canvas.getContext('2d')!
  context.fillStyle = 'red'
  context.fillRect(0, 0, 32, 32)
  context.fillStyle = 'blue'
  context.fillRect(32, 0, 32, 32)
  const plain = await bytesOf(
    await canvas.convertToBlob({ type: 'image/jpeg', quality: 1 }),
  )
  // An EXIF block that says: turn a quarter clockwise. It follows the first two bytes of a JPEG.
  const exif =
    'ffe1002245786966 00004d4d002a00000008 0001011200030000000100060000 00000000'
  const block = Array.from(exif.replaceAll(' ', '').match(/../g)!, (pair) =>
    Number.parseInt(pair, 16),
  )
  const turned = Uint8Array.from([
    ...plain.subarray(0, 2),
    ...block,
    ...plain.subarray(2),
  ])
  const { width, height, at } = await draw(turned, {})
  expect([width, height]).toEqual([32, 64])
  expect(at(16, 10)[0]).toBeGreaterThan(240)
  expect(at(16, 54)[2]).toBeGreaterThan(240)
})

/** Two frames of one pixel. */
const animation = Uint8Array.from(
  atob(
    'R0lGODlhAQABAIAAAAAAAP///yH5BAAKAAAALAAAAAABAAEAAAICRAEAIfkEAAoAAAAsAAAAAAEAAQAAAgJMAQA7',
  ),
  (letter) => letter.charCodeAt(0),
)

test('an animation comes as it is, and its first frame where one is asked for', async () => {
  expect((await transformer.inspect(animation)).frames).toBe(2)
  const moving = await make(animation, { width: 1, blur: 2 }, 'webp')
  expect([moving.bytes, moving.type, moving.approximate]).toEqual([
    animation,
    'image/gif',
    ['anim'],
  ])
  expect((await make(animation, { anim: false }, 'webp')).type).toBe('image/webp')
})

test('what is damaged, and what would be huge, are coded errors', async () => {
  for (const bytes of [gradient.slice(0, 60), new TextEncoder().encode('no picture')])
    await expect(transformer.inspect(bytes)).rejects.toMatchObject({
      code: 'invalid-file',
    })
  await expect(make(gradient, { width: 12_001, fit: 'contain' })).rejects.toMatchObject({
    code: 'invalid-options',
    cloudflareCode: 9413,
  })
})
