import type { Ref, RefCallback } from 'react'

/**
 * A ref that lets a picture with `sizes="auto"` go without a request.
 *
 * Chromium (seen in 147) looks for a new candidate when such a picture is removed, finds no width any more, and asks
 * for the largest, which is delivered and billed. A picture that is not lazy is left alone.
 */
export function imageRef(
  ref: Ref<HTMLImageElement> | undefined,
): RefCallback<HTMLImageElement> {
  return (img) => {
    if (!img) return undefined
    // React's StrictMode removes a picture for show, and brings it back.
    if (gone.delete(img)) img.loading = 'lazy'
    const detach = attach(ref, img)
    return () => {
      if (img.complete && img.loading === 'lazy') {
        gone.add(img)
        img.loading = 'eager'
      }
      detach()
    }
  }
}

const gone = /* @__PURE__ */ new WeakSet<HTMLImageElement>()

function attach(
  ref: Ref<HTMLImageElement> | undefined,
  img: HTMLImageElement,
): () => void {
  if (typeof ref === 'function') {
    const detach = ref(img)
    return typeof detach === 'function' ? detach : () => ref(null)
  }
  if (!ref) return () => {}
  ref.current = img
  return () => {
    ref.current = null
  }
}
