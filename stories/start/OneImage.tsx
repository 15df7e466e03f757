import {
  deliveryUrl,
  readImageFacts,
  ResponsiveImage,
  VariantImage,
} from 'react-cloudflare-images'
import type { CloudflareImage } from 'react-cloudflare-images'
import { delivery } from '../delivery.ts'

/** One image in every way the library shows it, each with the line that makes it. */
export function OneImage({ image }: { image: CloudflareImage }) {
  const facts = readImageFacts(image)
  const alt = facts?.alt ?? image.filename
  return (
    <div className="ways">
      <figure>
        <VariantImage image={image} variant={['avatar', 'avatar2x']} alt={alt} />
        <figcaption>
          A named variant, and its twin for sharp screens
          <code>{"<VariantImage image={image} variant={['avatar', 'avatar2x']} />"}</code>
        </figcaption>
      </figure>
      <figure>
        <VariantImage image={image} variant="thumb" alt={alt} />
        <figcaption>
          A named variant that crops
          <code>{'<VariantImage image={image} variant="thumb" />'}</code>
        </figcaption>
      </figure>
      <figure>
        <ResponsiveImage
          image={image}
          alt={alt}
          width={320}
          aspectRatio={1}
          layout="fixed"
        />
        <figcaption>
          A square of fixed size, cropped by an option
          <code>
            {
              '<ResponsiveImage image={image} width={320} aspectRatio={1} layout="fixed" />'
            }
          </code>
        </figcaption>
      </figure>
      <figure>
        <ResponsiveImage image={image} alt={alt} width={480} />
        <figcaption>
          As wide as its place, 480 pixels at the most
          <code>{'<ResponsiveImage image={image} width={480} />'}</code>
        </figcaption>
      </figure>
      <figure className="wide">
        <ResponsiveImage
          image={image}
          alt={alt}
          layout="fullWidth"
          aspectRatio={21 / 9}
        />
        <figcaption>
          As wide as the page, always 21:9
          <code>
            {'<ResponsiveImage image={image} layout="fullWidth" aspectRatio={21 / 9} />'}
          </code>
        </figcaption>
      </figure>
      <figure className="wide">
        <figcaption>
          Only its URL
          <code>
            {deliveryUrl(delivery, image.id, { width: 600, fit: 'cover', blur: 20 })}
          </code>
        </figcaption>
      </figure>
    </div>
  )
}
