import { ResponsiveImage, VariantImage } from 'react-cloudflare-images'
import { Album } from './Album.tsx'
import { delivery } from './delivery.ts'

export default function Page() {
  return (
    <main>
      <VariantImage id="photo" variant="square" alt="Square" delivery={delivery} />
      <ResponsiveImage
        id="photo"
        alt="Fixed"
        layout="fixed"
        width={240}
        height={160}
        delivery={delivery}
      />
      <Album />
    </main>
  )
}
