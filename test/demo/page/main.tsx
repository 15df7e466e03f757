import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import {
  defineDelivery,
  ImagesProvider,
  ImageUploader,
  ResponsiveImage,
} from 'react-cloudflare-images'
import type { CloudflareImage } from 'react-cloudflare-images'
import 'react-cloudflare-images/styles.css'
import { decodeDelivery } from './decodeDelivery.ts'

declare global {
  interface Window {
    /** What the uploader reported so far, for the demo's script to read. */
    uploaded: readonly CloudflareImage[]
    /** Fetches and decodes, for the demo's script to call. */
    decodeDelivery: typeof decodeDelivery
  }
}

const delivery = defineDelivery({
  accountHash: 'Emulator_Account_Hash_',
  baseUrl: new URLSearchParams(location.search).get('delivery')!,
})

function Demo() {
  const [images, setImages] = useState<readonly CloudflareImage[]>([])
  useEffect(() => {
    window.uploaded = images
  })
  return (
    <ImagesProvider endpoint="/api/images" delivery={delivery}>
      <h1>Demo</h1>
      <ImageUploader
        multiple
        accept="image/*"
        onValueChange={(_, latest) => setImages(latest)}
      />
      <div className="grid">
        {images.map((image) => (
          <figure key={image.id}>
            <ResponsiveImage image={image} alt={image.filename} width={240} />
            <figcaption>{image.filename}</figcaption>
          </figure>
        ))}
      </div>
    </ImagesProvider>
  )
}

window.decodeDelivery = decodeDelivery
createRoot(document.getElementById('root')!).render(<Demo />)
