import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { fileSizeOf } from './fileSizeOf.ts'

/** A box to pull at, and what the browser has chosen for the picture in it. */
export function Resizable({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [choice, setChoice] = useState('')
  useEffect(() => {
    const img = box.current!.querySelector('img')!
    const look = async () => {
      if (!img.complete || !img.naturalWidth) return
      const pixels = await fileSizeOf(img.currentSrc)
      const { pathname } = new URL(img.currentSrc)
      const [entry] = performance.getEntriesByName(img.currentSrc).slice(-1)
      const bytes = (entry as PerformanceResourceTiming | undefined)?.decodedBodySize
      setChoice(
        [
          `${img.clientWidth}×${img.clientHeight} on the page`,
          `${pixels} delivered`,
          bytes && `${Math.round(bytes / 1024)} kB`,
          pathname.split('/').at(-1),
        ]
          .filter(Boolean)
          .join(' · '),
      )
    }
    const observer = new ResizeObserver(() => void look())
    observer.observe(img)
    img.addEventListener('load', look)
    return () => {
      observer.disconnect()
      img.removeEventListener('load', look)
    }
  }, [])
  return (
    <>
      <div
        ref={box}
        style={{ resize: 'horizontal', overflow: 'hidden', maxWidth: '100%' }}
      >
        {children}
      </div>
      <output style={{ font: '0.8rem ui-monospace, monospace' }}>{choice}</output>
    </>
  )
}
