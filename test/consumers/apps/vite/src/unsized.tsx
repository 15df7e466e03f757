import { VariantImage } from 'react-cloudflare-images'
import { createRoot } from 'react-dom/client'
import { delivery } from './delivery.ts'

const root = document.getElementById('root')

// A development build warns of it: nobody knows how big the picture will be.
if (root) {
  createRoot(root).render(
    <VariantImage id="photo" variant="public" alt="Unsized" delivery={delivery} />,
  )
}
