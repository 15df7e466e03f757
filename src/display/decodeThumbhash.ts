/**
 * The pixels of a thumbhash in any size, three bytes each (red, green, blue), from the top left corner.
 *
 * Sampled in the size that is asked for: the format is a sum of cosines, which have no size of their own. Of opaque
 * pictures only.
 *
 * @see https://evanw.github.io/thumbhash/
 */
export function decodeThumbhash(
  hash: ArrayLike<number>,
  { width, height }: { width: number; height: number },
): Uint8Array {
  const bits = (from: number, count: number): number => {
    let value = 0
    for (let at = from + count - 1; at >= from; at--) {
      value = value * 2 + (((hash[at >> 3] ?? 0) >> (at & 7)) & 1)
    }
    return value
  }
  const isLandscape = bits(39, 1)
  const long = 7
  const short = Math.max(3, bits(24, 3))
  let next = 40
  /** One channel: its mean, and waves of so many columns and rows that are added to it. */
  const channel = (mean: number, scale: number, columns: number, rows: number) => {
    const waves: [x: number, y: number, strength: number][] = []
    for (let y = 0; y < rows; y++) {
      for (let x = y ? 0 : 1; x * rows < columns * (rows - y); x++) {
        waves.push([x, y, (bits(next, 4) / 7.5 - 1) * scale * 2])
        next += 4
      }
    }
    return (u: number, v: number): number =>
      waves.reduce(
        (sum, [x, y, strength]) =>
          sum + strength * Math.cos(Math.PI * u * x) * Math.cos(Math.PI * v * y),
        mean,
      )
  }
  const light = channel(
    bits(0, 6) / 63,
    bits(18, 5) / 31,
    isLandscape ? long : short,
    isLandscape ? short : long,
  )
  const yellow = channel(bits(6, 6) / 31.5 - 1, (bits(27, 6) / 63) * 1.25, 3, 3)
  const red = channel(bits(12, 6) / 31.5 - 1, (bits(33, 6) / 63) * 1.25, 3, 3)

  const pixels = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    const u = ((at % width) + 0.5) / width
    const v = (Math.floor(at / width) + 0.5) / height
    const [l, p, q] = [light(u, v), yellow(u, v), red(u, v)]
    const b = l - (2 / 3) * p
    const r = (3 * l - b + q) / 2
    pixels.set(
      [r, r - q, b].map((value) => 255 * Math.min(Math.max(value, 0), 1)),
      at * 3,
    )
  }
  return pixels
}
