import { useState } from 'react'
import { ImageGallery, ImageUploader, useImageList } from 'react-cloudflare-images'
import { OneImage } from './OneImage.tsx'
import './start.css'

/** A whole application on one page: put photographs in, see them all, look at one in every way. */
export function StartHere() {
  const { images } = useImageList()
  const [chosen, setChosen] = useState<string>()
  const image = images.find(({ id }) => id === chosen) ?? images[0]
  return (
    <main className="start">
      <header>
        <h1>Upload, manage and display Cloudflare Images in React</h1>
        <p>
          Everything here works. A backend of six statements mints one-time upload URLs,
          and an emulator of Cloudflare Images on this machine keeps what you drop and
          makes every size that you see. Drop some photographs, then open one.
        </p>
      </header>
      <section aria-labelledby="put-in">
        <h2 id="put-in">Put in</h2>
        <ImageUploader multiple />
      </section>
      <section aria-labelledby="look-through">
        <h2 id="look-through">Look through</h2>
        <ImageGallery onOpen={({ id }) => setChosen(id)} />
      </section>
      {image && (
        <section aria-labelledby="look-at">
          <h2 id="look-at">Look at one</h2>
          <OneImage image={image} />
        </section>
      )}
    </main>
  )
}
