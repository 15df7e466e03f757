import { sharpTransformer } from 'react-cloudflare-images/node'
import type {
  OutputFormat,
  TransformPlan,
  TransformResult,
} from 'react-cloudflare-images/emulator'
import { pixelsOf } from '../support/pictures.ts'
import type { Pixels } from '../support/pictures.ts'

const transformer = sharpTransformer()

/** Transforms a file, as the emulator does for a delivery. */
export async function make(
  bytes: Uint8Array<ArrayBuffer>,
  options: TransformPlan,
  format: OutputFormat = 'png',
): Promise<TransformResult> {
  const file = await transformer.inspect(bytes)
  return transformer.transform({ bytes, file, options, format })
}

/** The pixels of what comes out, as sharp's decoder sees them. */
export async function draw(
  bytes: Uint8Array<ArrayBuffer>,
  options: TransformPlan,
): Promise<Pixels> {
  return pixelsOf((await make(bytes, options)).bytes)
}

/** The largest difference in a channel. */
export function apart(seen: readonly number[], wanted: readonly number[]): number {
  return Math.max(...wanted.map((value, index) => Math.abs(value - (seen[index] ?? 999))))
}
