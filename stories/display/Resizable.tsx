import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'

/** A box to pull at, and what the browser has chosen for the picture in it. */
export function Resizable({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [choice, setChoice] = useState('')
  useEffect(() => {
    const img = box.current!.querySelector('img')!
    const look = async () => {
      if (!img.complete || !img.naturalWidth) return
      const blob = await (await fetch(img.currentSrc, { cache: 'force-cache' })).blob()
      const { width, height } = await createImageBitmap(blob)
      const leaf = img.currentSrc.split('/').at(-1)
      setChoice(
        `${img.clientWidth}×${img.clientHeight} on the page, ${width}×${height} delivered, ${Math.round(blob.size / 1024)} kB: ${leaf}`,
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
