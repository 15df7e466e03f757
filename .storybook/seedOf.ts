import type { Sample } from './samples.ts'

/** A sample as an upload of the user `demo`, but for its bytes. */
export interface SampleSeed {
  id: string
  filename: string
  creator: string
  metadata: Record<string, unknown>
}

/** What a sample is uploaded with. */
export function seedOf({ id, width: w, height: h, alt, colour: c }: Sample): SampleSeed {
  const isSeeThrough = id.endsWith('leaf')
  return {
    id,
    filename: `${id.split('/').at(-1)}.${isSeeThrough ? 'png' : 'jpg'}`,
    creator: 'demo',
    metadata: { rci: { w, h, alt, ...(isSeeThrough ? { a: 1 } : { c }) } },
  }
}
