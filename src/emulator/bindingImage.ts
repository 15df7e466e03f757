import type { HostedImage } from '../api/HostedImage.ts'
import type { BindingImage } from './ImagesBinding.ts'

/** An image as the binding tells it. */
export function bindingImage({
  creator,
  meta,
  draft,
  ...image
}: HostedImage): BindingImage {
  return {
    ...image,
    ...(meta && { meta }),
    ...(draft && { draft }),
    ...(typeof creator === 'string' && { creator }),
  }
}
