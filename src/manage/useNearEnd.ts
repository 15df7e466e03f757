'use client'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * Calls `onNear` while the element is less than a screen away, once for each time that `active` becomes true: a page
 * too short to push the element out of sight is followed by the next.
 */
export function useNearEnd(
  onNear: () => void,
  active: boolean,
): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = ref.current
    if (!active || !element || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        observer.disconnect()
        onNear()
      },
      { rootMargin: '100% 0px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [onNear, active])
  return ref
}
