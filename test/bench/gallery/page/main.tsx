import { createRoot } from 'react-dom/client'
import {
  defineDelivery,
  ImageGallery,
  ImagesProvider,
  ImageUploader,
} from 'react-cloudflare-images'
import 'react-cloudflare-images/styles.css'

/** What the bench asks of the page. */
export interface GalleryPage {
  /** Milliseconds of the longest task since the last time, 0 where none took fifty. */
  longestTask: () => number
  /** The most elements that a screen of tiles had since the last time. */
  mostElements: () => number
  /** Scrolls from the top to the end, so many pixels a frame. */
  scroll: (pixels: number) => Promise<void>
  /** Milliseconds from the last drop to the first row, and to the next paint. */
  drop: { row: number; paint: number }
  /** The most renders of the list in one frame since the last time. */
  mostRenders: () => number
}

declare global {
  interface Window {
    gallery: GalleryPage
  }
}

const mode = new URLSearchParams(location.search).get('mode')
createRoot(document.getElementById('root')!).render(
  <ImagesProvider
    delivery={defineDelivery({
      accountHash: 'Emulator_Account_Hash_',
      baseUrl: '/cdn-cgi/imagedelivery',
    })}
  >
    {mode === 'drop' && <ImageUploader multiple />}
    <ImageGallery
      filters={{ limit: mode === 'delete' ? 500 : 200 }}
      selectable={mode === 'delete'}
    />
  </ImagesProvider>,
)

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
const take = (read: () => number, reset: () => void) => () => {
  const value = read()
  reset()
  return value
}

let longest = 0
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
}).observe({ type: 'longtask', buffered: true })

let elements = 0
const countElements = () => {
  const grid = document.querySelector('.rci-gallery-grid')
  elements = Math.max(elements, grid?.querySelectorAll('*').length ?? 0)
}

// One notice for each time that React changes the list, however much of it.
let renders = 0
let inFrame = 0
new MutationObserver(() => {
  inFrame += 1
  renders = Math.max(renders, inFrame)
  if (inFrame === 1) requestAnimationFrame(() => (inFrame = 0))
  if (
    dropped > 0 &&
    window.gallery.drop.row === 0 &&
    document.querySelector('[role=gridcell][aria-busy]')
  )
    window.gallery.drop.row = performance.now() - dropped
}).observe(document.getElementById('root')!, { childList: true, subtree: true })

let dropped = 0
document.addEventListener(
  'drop',
  ({ timeStamp }) => {
    dropped = timeStamp
    window.gallery.drop = { row: 0, paint: 0 }
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => {
        window.gallery.drop.paint = performance.now() - timeStamp
      })
      port1.start()
      port2.postMessage('')
    })
  },
  true,
)

window.gallery = {
  longestTask: take(
    () => longest,
    () => (longest = 0),
  ),
  mostElements: take(
    () => elements,
    () => (elements = 0),
  ),
  mostRenders: take(
    () => renders,
    () => (renders = 0),
  ),
  drop: { row: 0, paint: 0 },
  scroll: async (pixels) => {
    const page = document.documentElement
    page.scrollTop = 0
    await frame()
    for (let still = 0; still < 30;) {
      const before = page.scrollTop
      page.scrollTop += pixels
      await frame()
      countElements()
      // The end is where nothing moves, and nothing more comes.
      still =
        page.scrollTop === before && !document.querySelector('.rci-gallery-footer')
          ? still + 1
          : 0
    }
  },
}
