import { ImageGallery, ImagesProvider } from 'react-cloudflare-images'
import { createRoot } from 'react-dom/client'
import { delivery } from './delivery.ts'
import './tailwind.css'

const root = document.getElementById('root')

if (root) {
  createRoot(root).render(
    <ImagesProvider delivery={delivery}>
      <ImageGallery classNames={{ picture: 'rounded-none bg-red-500' }} />
    </ImagesProvider>,
  )
}
