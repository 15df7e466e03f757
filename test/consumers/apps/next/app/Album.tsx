'use client'
import { useState } from 'react'
import {
  ImageGallery,
  ImageUploader,
  ImagesProvider,
  VariantImage,
} from 'react-cloudflare-images'
import { delivery } from './delivery.ts'

/** Everything that needs the browser: an uploader, a gallery and pictures that appear once they are uploaded. */
export function Album() {
  const [ids, setIds] = useState<string[]>([])
  return (
    <ImagesProvider endpoint="/api/images" delivery={delivery}>
      <VariantImage id="photo" variant="card" alt="Card" />
      <ImageUploader multiple value={ids} onValueChange={setIds} />
      {ids.map((id) => (
        <VariantImage key={id} id={id} variant="card" alt="Uploaded" />
      ))}
      <ImageGallery />
    </ImagesProvider>
  )
}
