import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import {
  ImagesProvider,
  ImageUploader,
  indexedDbQueue,
  viaBackend,
} from 'react-cloudflare-images'

const asked = new URLSearchParams(location.search)
const persist = asked.has('persist') ? indexedDbQueue() : undefined
const fallback = asked.has('fallback') ? viaBackend() : undefined

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ImagesProvider endpoint={asked.get('endpoint')!}>
      <ImageUploader
        multiple
        fallback={fallback}
        persist={persist}
        leaveGuard={false}
        retryDelay={50}
        timeout={Number(asked.get('timeout') ?? 60_000)}
      />
    </ImagesProvider>
  </StrictMode>,
)
