import { ImageGallery } from 'react-cloudflare-images'

/** A library that no loader prefetched, to prove that a request would be seen. */
export default function Alone() {
  return <ImageGallery />
}
