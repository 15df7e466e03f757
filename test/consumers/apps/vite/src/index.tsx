import 'react-cloudflare-images/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Album } from './Album.tsx'

const root = document.getElementById('root')

if (root) {
  createRoot(root).render(
    <StrictMode>
      <Album />
    </StrictMode>,
  )
}
