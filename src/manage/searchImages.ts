import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { nameOf } from './nameOf.ts'

/** The images whose file or words hold what is searched for, which is in lower case; all where that is nothing. */
export function searchImages(
  images: readonly CloudflareImage[],
  wanted: string,
): readonly CloudflareImage[] {
  return wanted === ''
    ? images
    : images.filter((image) =>
        `${image.filename} ${nameOf(image)}`.toLocaleLowerCase().includes(wanted),
      )
}
