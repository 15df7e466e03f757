'use client'
import { Fragment, useEffect, useRef, useState } from 'react'
import type { CSSProperties, ReactElement, ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { boxOfImage } from './boxOfImage.ts'
import { keepUrls, pictureOf, urlsOf } from './keepUrls.ts'

/** What has become of a picture. */
export type ImageStatus = 'loaded' | 'error'

/** What `ImageState` does about a picture that cannot be loaded. */
interface ImageStateOptions {
  /** What stands in the place of a picture that cannot be loaded. @default the browser's own sign for a broken picture */
  fallback?: ReactNode
  /**
   * How often a picture that fails is asked for again, after 1, 2, 4 … seconds: for one that was uploaded this very
   * moment and is not yet everywhere. Any other that fails once fails again.
   *
   * @default 0
   */
  retry?: number | undefined
  /** Told when the picture has loaded, and when it has failed for good. @default nothing is told */
  onStatusChange?: ((status: ImageStatus) => void) | undefined
  /** Told when the picture's signed URLs have expired: fetch the image again and pass its new ones. @default nothing is told */
  onExpire?: (() => void) | undefined
}

/** What `ImageState` takes. */
export interface ImageStateProps extends ImageStateOptions {
  /** One picture: a `VariantImage`, a `ResponsiveImage`, a `ResponsivePicture` or an `<img>`. */
  children: ReactNode
}

/**
 * Watches one picture, and shows something else, of the same size, where it cannot be loaded.
 *
 * A picture that failed before the page came to life is noticed too, without asking for it again. A picture that is
 * shown keeps its URL when it is signed anew, until that has expired.
 *
 * @example
 * ```tsx
 * import { ImageState, VariantImage } from 'react-cloudflare-images'
 *
 * export function Author() {
 *   return (
 *     <ImageState fallback="AL">
 *       <VariantImage id="people/ada" variant="avatar" alt="Ada Lovelace" />
 *     </ImageState>
 *   )
 * }
 * ```
 */
export function ImageState(props: ImageStateProps): ReactElement {
  // Another picture is a new beginning.
  return <Watched key={pictureOf(props.children)} {...props} />
}

/** A picture that failed: its URLs, and what is kept of it for its stand-in. */
interface Failure {
  urls: string
  alt: string
  className: string
  style: CSSProperties | undefined
}

function Watched({
  children,
  fallback,
  retry = 0,
  ...callbacks
}: ImageStateProps): ReactElement {
  const [kept, setKept] = useState(children)
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<Failure>()
  const slot = useRef<HTMLSlotElement>(null)
  const latest = useRef({ children, ...callbacks })
  // What is shown keeps its URLs; what could not be shown takes the newest.
  if (failure?.urls === urlsOf(kept) && failure.urls !== urlsOf(children))
    setKept(children)
  const shown = keepUrls(kept, children)
  const urls = urlsOf(shown)

  useEffect(() => {
    latest.current = { children, ...callbacks }
  })

  useEffect(() => {
    const img = slot.current?.querySelector('img')
    if (!img) return undefined
    const style = boxOfImage(img) // while it still has its place
    // Inline, a broken picture is text, which has no size.
    if (style) Object.assign(img.style, { display: style.display, overflow: 'hidden' })
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const onLoad = () => {
      latest.current.onStatusChange?.('loaded')
      window.addEventListener('resize', onResize, { signal: stop.signal })
    }
    // A candidate that a wider window needs, and that fails, breaks the picture without an event.
    const onResize = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (!img.complete) onResize()
        else if (!img.naturalWidth) onError()
      }, 250)
    }
    const onError = () => {
      if (attempt < retry) {
        timer = setTimeout(() => setAttempt(attempt + 1), 1000 * 2 ** attempt)
        return
      }
      // At once: a frame in between would show the page without the picture's place.
      flushSync(() => setFailure({ urls, alt: img.alt, className: img.className, style }))
      const { onStatusChange, onExpire, ...now } = latest.current
      if (urlsOf(now.children) !== urls) return // newer URLs were at hand, and are asked for already
      onStatusChange?.('error')
      const expires = /[?&]exp=(\d+)/.exec(img.currentSrc || img.src)?.[1]
      if (Number(expires) * 1000 < Date.now()) onExpire?.()
    }
    img.addEventListener('load', onLoad, { once: true, signal: stop.signal })
    img.addEventListener('error', onError, { signal: stop.signal })
    if (img.complete && img.currentSrc) {
      // It was decided before anyone listened.
      queueMicrotask(() => {
        if (!stop.signal.aborted) (img.naturalWidth ? onLoad : onError)()
      })
    }
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [attempt, retry, urls])

  if (failure && failure.urls === urls && fallback !== undefined) {
    const { alt, className, style } = failure
    return (
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> cannot hold the stand-in
      <span
        className={className}
        style={style}
        {...(alt && { role: 'img', 'aria-label': alt })}
      >
        {fallback}
      </span>
    )
  }
  // A slot is laid out as if it were not there, without a style attribute.
  return (
    <slot ref={slot}>
      <Fragment key={attempt}>{shown}</Fragment>
    </slot>
  )
}
