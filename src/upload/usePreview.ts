'use client'
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { PreviewOptions } from './drawPreview.ts'
import type { Upload } from './Upload.ts'

/** A preview, and where it is drawn. */
export interface PreviewResult {
  /** Goes on the canvas. */
  canvas: RefObject<HTMLCanvasElement | null>
  /** Whether there is anything to see on it. */
  isDrawn: boolean
}

/** Draws a square of so many pixels of an upload's file, once its first bytes were looked at. */
export function usePreview(upload: Upload | undefined, size: number): PreviewResult {
  const { file, width, height, status = 'rejected' } = upload ?? {}
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  const isChecked =
    status !== 'rejected' && (status !== 'preparing' || width !== undefined)

  useEffect(() => {
    if (!canvas.current || !file || !isChecked) return undefined
    const controller = new AbortController()
    const { signal } = controller
    void draw(canvas.current, file, { size, width, height, signal }).then((drawn) => {
      if (!signal.aborted) setDrawn(drawn)
    })
    return () => controller.abort()
  }, [file, width, height, isChecked, size])

  return { canvas, isDrawn }
}

/** What draws is loaded with the first file; without it nothing is drawn. */
async function draw(canvas: HTMLCanvasElement, file: File, options: PreviewOptions) {
  try {
    const { drawPreview } = await import('./drawPreview.ts')
    return await drawPreview(canvas, file, options)
  } catch {
    return false
  }
}
