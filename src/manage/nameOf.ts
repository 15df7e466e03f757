import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { readImageFacts } from '../api/readImageFacts.ts'

/** What a picture is called: its words where it has some, else its file's name. */
export function nameOf(image: CloudflareImage): string {
  return readImageFacts(image)?.alt || image.filename || image.id
}
