import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import {
  defineDelivery,
  ImageState,
  ResponsiveImage,
  ResponsivePicture,
  thumbhashPlaceholder,
  VariantImage,
  withDelivery,
} from 'react-cloudflare-images'
import type { ShownImage } from 'react-cloudflare-images'

export const delivery = defineDelivery({
  accountHash: 'Emulator_Account_Hash_',
  baseUrl: '/cdn-cgi/imagedelivery',
  variants: {
    square: { width: 160, height: 160, fit: 'cover' },
    square2x: { width: 320, height: 320, fit: 'cover' },
    card: { width: 320 },
    hero: { width: 1000 },
  },
})
const Photo = withDelivery(ResponsiveImage, delivery)
const Square = withDelivery(VariantImage, delivery)
const Picture = withDelivery(ResponsivePicture, delivery)

/** A picture of 1200 by 800 that is #c05020 all over; every page element has its own. */
const picture = (id: string, facts: object = {}): ShownImage => ({
  id,
  meta: { rci: { w: 1200, h: 800, alt: id, c: '#204060', ...facts } },
})

/** Every layout, with what may go wrong in it. */
const layouts: Record<string, ReactElement> = {
  variant: <Square image={picture('variant')} variant="card" />,
  densities: <Square image={picture('densities')} variant={['square', 'square2x']} />,
  constrained: <Photo image={picture('constrained')} width={300} />,
  fixed: <Photo image={picture('fixed')} layout="fixed" width={200} />,
  byHeight: <Photo image={picture('byHeight')} layout="fixed" height={100} />,
  fullWidth: <Photo image={picture('fullWidth')} layout="fullWidth" />,
  cropped: <Photo image={picture('cropped')} width={300} aspectRatio={3} />,
  framed: <Photo image={picture('framed')} width={300} height={100} fit="contain" />,
  directed: (
    <Picture
      image={picture('directed')}
      width={200}
      aspectRatio={1}
      sources={[{ media: '(min-width: 600px)', width: 400, aspectRatio: 4 }]}
    />
  ),
  blurred: (
    <Photo
      image={picture('blurred', { t: '3OcRJYB4d3h/iIeHeEh3eIhw+j2w' })}
      width={300}
      placeholder={thumbhashPlaceholder}
    />
  ),
  watched: (
    <ImageState fallback="gone">
      <Photo image={picture('watched')} width={300} />
    </ImageState>
  ),
  lost: (
    <ImageState fallback="gone">
      <Photo image={picture('lost')} width={300} />
    </ImageState>
  ),
  broken: (
    <ImageState>
      <Photo image={picture('broken')} width={300} />
    </ImageState>
  ),
  brokenVariant: (
    <ImageState>
      <Square image={picture('brokenVariant')} variant="square" />
    </ImageState>
  ),
}

const Layouts = () => (
  <>
    {Object.entries(layouts).map(([name, element]) => (
      <section key={name} id={name}>
        {element}
        <p>{name}</p>
      </section>
    ))}
  </>
)

/** A private picture in named variants, whose URLs are asked for again when they have expired. */
function Private(): ReactElement {
  const [image, setImage] = useState<ShownImage>()
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    void fetch('/private.json')
      .then((answer) => answer.json())
      .then(setImage)
  }, [asked])
  if (!image) return <p>wait</p>
  return (
    <ImageState fallback="gone" onExpire={() => setAsked(asked + 1)}>
      <Photo
        image={image}
        alt="private"
        layout="fullWidth"
        variants={['card', 'hero']}
        priority
      />
    </ImageState>
  )
}

/** Pages by path, for the server and for the browser. */
export const pages: Record<string, (props: { search: string }) => ReactElement> = {
  '/layouts': Layouts,
  '/strict': () => (
    <>
      <Photo image={picture('strict')} width={300} csp />
      <Picture image={picture('strictPicture')} layout="fullWidth" csp priority />
      <ImageState fallback="gone">
        <Photo image={picture('lost')} width={300} csp />
      </ImageState>
    </>
  ),
  '/styled': () => <Photo image={picture('styled')} width={300} />,
  '/urgent': () => (
    <>
      <Picture
        image={picture('urgent')}
        layout="fullWidth"
        aspectRatio={1}
        sources={[
          { media: '(min-width: 1200px)', image: picture('widest'), aspectRatio: 4 },
          { media: '(min-width: 600px)', aspectRatio: 2 },
        ]}
        priority
      />
      <Photo image={picture('urgentImage')} width={300} priority />
    </>
  ),
  '/moving': () => <Picture image={picture('moving', { n: 3 })} width={300} priority />,
  '/private': Private,
  '/wasteful': ({ search }) => (
    <div style={{ width: 200 }}>
      <Photo
        image={picture('wasteful')}
        layout="fullWidth"
        sizes={new URLSearchParams(search).get('sizes') ?? '100vw'}
        priority
      />
    </div>
  ),
  '/late': () => <Photo image={picture('late')} layout="fullWidth" />,
  '/large': () => (
    <Square image={picture('large')} variant="hero" width={120} height={80} />
  ),
  '/unsized': () => <Photo id="unsized" alt="" width={300} />,
  '/forbidden': () => (
    <>
      <Photo image={picture('forbidden')} width={300} priority />
      <Photo image={picture('forbidden2')} width={300} priority />
    </>
  ),
}
