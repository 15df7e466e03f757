import type { Ref, RefCallback } from 'react'

/**
 * A ref that lets a picture with `sizes="auto"` go without a request. It is the same for the same `ref`, for React
 * calls one that changes at every render.
 *
 * Chromium (seen in 147) looks for a new candidate when such a picture is removed, finds no width any more, and asks
 * for the largest, which is delivered and billed. A picture that is not lazy is left alone.
 */
export function imageRef(
  ref: Ref<HTMLImageElement> | undefined,
): RefCallback<HTMLImageElement> {
  if (!ref) return hold
  const callback = callbacks.get(ref) ?? callbackFor(ref)
  callbacks.set(ref, callback)
  return callback
}

const callbacks = /* @__PURE__ */ new WeakMap<object, RefCallback<HTMLImageElement>>()

function callbackFor(
  ref: NonNullable<Ref<HTMLImageElement>>,
): RefCallback<HTMLImageElement> {
  return (img) => {
    const letGo = hold(img)
    const detach = attach(ref, img)
    return () => {
      letGo()
      detach()
    }
  }
}

const gone = /* @__PURE__ */ new WeakSet<HTMLImageElement>()

/** Never called with null, for React calls what it answers instead. */
function hold(given: HTMLImageElement | null): () => void {
  const img = given!
  // React's StrictMode removes a picture for show, and brings it back.
  if (gone.delete(img)) img.loading = 'lazy'
  return () => {
    if (!img.complete || img.loading !== 'lazy') return
    gone.add(img)
    img.loading = 'eager'
  }
}

function attach(
  ref: NonNullable<Ref<HTMLImageElement>>,
  img: HTMLImageElement | null,
): () => void {
  if (typeof ref === 'function') {
    const detach = ref(img)
    return typeof detach === 'function' ? detach : () => ref(null)
  }
  ref.current = img
  return () => {
    ref.current = null
  }
}
