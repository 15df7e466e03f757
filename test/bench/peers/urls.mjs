// How each peer makes the URL of the picture with this number, in this width.
import { transform } from 'unpic/providers/cloudflare_images'

const place = 'https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q'

/** By peer, what makes one URL with options; each is loaded only when it is asked for. */
export const urls = {
  unpic: async () => (id, width) =>
    transform(`${place}/${id}/public=1`, { width, height: 300, quality: 60 }),
  'cloudflare-image': async () => {
    const { buildImageUrl } = await import('cloudflare-image')
    return (id, width) =>
      buildImageUrl(`/${id}.jpg`, { width, height: 300, quality: 60, fit: 'cover' })
  },
  '@imagekit/react': async () => {
    const { buildSrc } = await import('@imagekit/react')
    const urlEndpoint = 'https://ik.imagekit.io/demo'
    return (id, width) =>
      buildSrc({
        urlEndpoint,
        src: `/${id}.jpg`,
        transformation: [{ width, height: 300, quality: 60 }],
      })
  },
}
