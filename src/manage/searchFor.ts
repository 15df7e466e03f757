import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { nameOf } from './nameOf.ts'

/** Picks some of the images. */
export type ImageSearch = (
  images: readonly CloudflareImage[],
) => readonly CloudflareImage[]

/** Picks the images whose file or words hold this text; undefined where there is nothing to search for. */
export function searchFor(text: string): ImageSearch | undefined {
  const wanted = text.trim().toLocaleLowerCase()
  if (wanted === '') return undefined
  const isFound = (image: CloudflareImage) =>
    `${image.filename} ${nameOf(image)}`.toLocaleLowerCase().includes(wanted)
  return (images) => images.filter(isFound)
}
