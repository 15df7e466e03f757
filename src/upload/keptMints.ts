import type { Mint } from '../api/CloudflareImage.ts'

/** The images that an earlier page had reserved for these files, and may have sent. */
export const keptMints: WeakMap<File, Mint> = new WeakMap()
