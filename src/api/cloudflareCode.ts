import type { CloudflareErrorCode } from './cloudflareErrors.ts'
import type { ImagesErrorCode } from './errorCodes.ts'

/**
 * What the numbers mean to us that Cloudflare's API and its upload host answer with. Apart from the texts in
 * `cloudflareErrors`, which only the emulator needs.
 */
const numbers: Partial<Record<ImagesErrorCode, readonly CloudflareErrorCode[]>> = {
  'rate-limited': [971],
  'invalid-request': [5400, 5415],
  'unknown-variant': [5401],
  forbidden: [5403],
  'not-found': [5404],
  timeout: [5408],
  conflict: [5409],
  'upload-url-expired': [5410],
  'invalid-id': [5411],
  'file-too-large': [5413, 7011],
  aborted: [5433],
  'too-many-pixels': [5443],
  'server-error': [5450, 5500, 5503, 5540, 5541, 5542, 5543, 5544, 5550],
  'quota-exceeded': [5453],
  'image-refused': [5454],
  'unsupported-type': [5455],
  'endpoint-not-found': [7003],
  unauthorized: [9109, 10000],
  'invalid-file': [9422],
}

/** Our code for a number of Cloudflare's; undefined where it is new to us. */
export function cloudflareCode(number: number): ImagesErrorCode | undefined {
  for (const code in numbers) {
    const known: readonly number[] | undefined = numbers[code as ImagesErrorCode] // a key of the table
    if (known?.includes(number)) return code as ImagesErrorCode
  }
  return undefined
}
