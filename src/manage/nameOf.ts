import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { readImageSize } from '../api/readImageSize.ts'

/** What a picture is called: its words where it has some, else its file's name. */
export function nameOf(image: CloudflareImage): string {
  return readImageSize(image)?.alt || image.filename || image.id
}
