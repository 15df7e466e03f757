import type { CloudflareImage } from '../api/CloudflareImage.ts'

/** An image object as our backend returns it; only its `id` is needed. */
export type ShownImage = Pick<CloudflareImage, 'id'> & Partial<CloudflareImage>

/** Which picture to show, and its words: exactly one of `id`, `image` and `src`. */
export type ImageSource =
  | {
      /** The image's id at Cloudflare, a custom id with slashes included. */
      id: string
      image?: undefined
      src?: undefined
      /** What the picture shows, in words; `''` for mere decoration. May be left out where `image` carries it. */
      alt: string
    }
  | {
      id?: undefined
      /** The image as the backend returned it: brings its size, focal point, colour, words and signed URLs along. */
      image: ShownImage
      src?: undefined
      alt?: string | undefined
    }
  | {
      id?: undefined
      image?: undefined
      /** A delivery URL, whose last part is replaced; any other URL is shown as it is. */
      src: string
      alt: string
    }
