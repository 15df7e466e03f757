import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { fileSizeOf } from './fileSizeOf.ts'

/** A box to pull at, and what the browser has chosen for the picture in it. */
export function Resizable({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [choice, setChoice] = useState('')
  useEffect(() => {
    const img = box.current!.querySelector('img')!
    const bytes = new Map<string, number>()
    const look = async () => {
      if (!img.complete || !img.naturalWidth) return
      const pixels = await fileSizeOf(img.currentSrc)
      const { pathname } = new URL(img.currentSrc)
      const size = bytes.get(img.currentSrc)
      setChoice(
        [
          `${img.clientWidth}×${img.clientHeight} on the page`,
          `${pixels} delivered`,
          size && `${Math.round(size / 1024)} kB`,
          pathname.split('/').at(-1),
        ]
          .filter(Boolean)
          .join(' · '),
      )
    }
    // Not by asking the page later: it forgets what it loaded beyond its first 250 files.
    const loads = new PerformanceObserver((list) => {
      const entries = list.getEntries() as PerformanceResourceTiming[]
      for (const { name, decodedBodySize } of entries) {
        if (!decodedBodySize || bytes.has(name)) continue
        bytes.set(name, decodedBodySize)
        if (name === img.currentSrc) void look()
      }
    })
    loads.observe({ type: 'resource', buffered: true })
    const observer = new ResizeObserver(() => void look())
    observer.observe(img)
    img.addEventListener('load', look)
    return () => {
      observer.disconnect()
      loads.disconnect()
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
      <output
        style={{ font: '0.8rem ui-monospace, monospace', overflowWrap: 'anywhere' }}
      >
        {choice}
      </output>
    </>
  )
}
