import { useState } from 'react'
import {
  ImageUploader,
  ImagesProvider,
  ResponsiveImage,
  VariantImage,
} from 'react-cloudflare-images'
import { delivery } from './delivery.ts'

/** Uploads pictures and shows each as soon as it is there. */
export function Album() {
  const [ids, setIds] = useState<string[]>([])
  return (
    <ImagesProvider endpoint="/api/images" delivery={delivery}>
      <ImageUploader multiple value={ids} onValueChange={setIds} />
      <VariantImage id="photo" variant="square" alt="Square" />
      <VariantImage id="photo" variant="card" alt="Card" />
      <ResponsiveImage id="photo" alt="Fixed" layout="fixed" width={240} height={160} />
      {ids.map((id) => (
        <VariantImage key={id} id={id} variant="card" alt="Uploaded" />
      ))}
    </ImagesProvider>
  )
}
