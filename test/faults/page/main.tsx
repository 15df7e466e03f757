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

if (asked.has('traced')) traceRequests()

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

/** Adds a header to each request, as scripts that trace requests do. */
function traceRequests() {
  const { send } = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.send = function sendTraced(body) {
    this.setRequestHeader('traceparent', `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01`)
    send.call(this, body)
  }
}
