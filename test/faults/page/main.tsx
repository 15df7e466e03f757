import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ImagesProvider, ImageUploader, viaBackend } from 'react-cloudflare-images'

const asked = new URLSearchParams(location.search)
const fallback = asked.has('fallback') ? viaBackend() : undefined

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ImagesProvider endpoint={asked.get('endpoint')!}>
      <ImageUploader
        multiple
        fallback={fallback}
        retryDelay={50}
        timeout={Number(asked.get('timeout') ?? 60_000)}
      />
    </ImagesProvider>
  </StrictMode>,
)
