import { VariantImage } from 'react-cloudflare-images'
import { createRoot } from 'react-dom/client'
import { delivery } from './delivery.ts'

const root = document.getElementById('root')

if (root) {
  createRoot(root).render(
    <VariantImage id="photo" variant="square" alt="Square" delivery={delivery} />,
  )
}
