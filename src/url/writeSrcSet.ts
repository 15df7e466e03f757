/** One of the pictures that a `srcset` offers: its URL, and its width in pixels. */
export type Candidate = readonly [url: string, width: number]

/** The `srcset` that offers these candidates. */
export function writeSrcSet(candidates: readonly Candidate[]): string {
  let srcSet = ''
  for (const [url, width] of candidates) srcSet += `${srcSet && ', '}${url} ${width}w`
  return srcSet
}
