import { warnOnce } from './warnOnce.ts'

/**
 * Looks, in development, at what becomes of a picture in the browser, and says what would be slow or costly: a lazy
 * picture that is the largest on the screen, more pixels than are shown, `sizes` that are wrong, and why a picture is
 * not delivered.
 */
export function watchImage(src: string | undefined): void {
  if (!src || typeof document === 'undefined') return
  if (watched.size === 0) start()
  watched.add(src)
}

const watched = /* @__PURE__ */ new Set<string>()

function start(): void {
  // Neither event bubbles; both are seen on their way down.
  document.addEventListener('load', ({ target }) => look(target), true)
  document.addEventListener(
    'error',
    ({ target, isTrusted }) => isTrusted && look(target),
    true,
  )
  // What was decided before this script ran.
  setTimeout(() => [...document.images].filter((img) => img.complete).forEach(look))
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes(lcp)) return
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) checkLargest((entry as LargestPaint).element)
  }).observe({ type: lcp, buffered: true })
}

const lcp = 'largest-contentful-paint'

/** What the browser says of the largest thing on the screen, which the types do not know. */
interface LargestPaint extends PerformanceEntry {
  element?: Element | null
}

const isWatched = (target: unknown): target is HTMLImageElement =>
  target instanceof HTMLImageElement && watched.has(target.getAttribute('src') ?? '')

function look(target: unknown): void {
  // Once the page around it has been laid out.
  if (isWatched(target))
    setTimeout(() => (target.naturalWidth ? checkWidth(target) : explain(target)), 100)
}

function checkLargest(img: unknown): void {
  if (!isWatched(img) || img.loading !== 'lazy') return
  warnOnce(
    `${nameOf(img)} is the largest thing that is seen first, and lazy, so it comes late. Give it the prop priority.`,
  )
}

function checkWidth(img: HTMLImageElement): void {
  const shown = img.clientWidth
  if (!shown) return
  const candidate = candidateOf(img)
  if (candidate && !candidate.isAuto) {
    // With widths in the srcset, the browser counts the picture as wide as `sizes` says.
    const said = img.naturalWidth
    if (Math.abs(said / shown - 1) > 0.25) {
      const share = Math.round((shown / innerWidth) * 1000) / 10
      warnOnce(
        `${nameOf(img)} is ${shown}px wide on this screen, and its sizes say ${said}px, so the browser loads another candidate than it needs. For this page it should be sizes="(min-width: ${innerWidth}px) ${shown}px, ${share}vw".`,
      )
      return
    }
  }
  const served = candidate?.width ?? img.naturalWidth
  const needed = Math.round(shown * devicePixelRatio)
  if (!/ \d+x/.test(img.srcset) && served > 2 * needed) {
    warnOnce(
      `${nameOf(img)} is delivered ${served} pixels wide and shown on ${needed}, so most of its bytes are for nothing. Use a smaller variant, or ResponsiveImage with the width that it has on the page.`,
    )
  }
}

/** The candidate that the browser took: its width, and whether the browser saw for itself which one it needs. */
function candidateOf(
  img: HTMLImageElement,
): { width: number; isAuto: boolean } | undefined {
  const sources = img.parentElement?.querySelectorAll(':scope > source') ?? []
  for (const { srcset, sizes } of [...(sources as Iterable<HTMLSourceElement>), img]) {
    for (const candidate of srcset.split(', ')) {
      const [url = '', width = ''] = candidate.split(' ')
      if (width.endsWith('w') && new URL(url, document.baseURI).href === img.currentSrc) {
        const isAuto = sizes.startsWith('auto') && img.loading === 'lazy'
        return { width: Number.parseInt(width, 10), isAuto }
      }
    }
  }
  return undefined
}

let isExplained = false

/** Asks once for a picture that failed, for an `<img>` does not say why. */
async function explain(img: HTMLImageElement): Promise<void> {
  if (isExplained) return
  isExplained = true
  const url = img.currentSrc || img.src
  const answer = await fetch(url).then(
    async (response) => (response.ok ? '' : await response.text()),
    () => 'The answer cannot be read from this page; open the URL in a tab of its own.',
  )
  if (!answer) return
  const code = /ERROR (\d+)/.exec(answer)?.[1] ?? ''
  warnOnce(
    `${nameOf(img)} is not delivered. ${cures[code] ?? answer.slice(0, 200)} (${url})`,
  )
}

/** @see https://developers.cloudflare.com/images/reference/troubleshooting/ */
const cures: Record<string, string> = {
  9425: 'Cloudflare answers 9425, access denied: the image is private, and the URL has no signature, an expired one, or options. Pass the image with signed URLs of named variants.',
  9429: 'Cloudflare answers 9429: flexible variants are not enabled for the account. Enable them in the dashboard under Images, or give defineDelivery flexible: false and named variants with their widths.',
}

const nameOf = (img: HTMLImageElement) => `The image "${img.alt || img.src}"`
