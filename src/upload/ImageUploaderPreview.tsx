'use client'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { PreviewOptions } from './drawPreview.ts'
import { useImageUploader } from './ImageUploaderContext.ts'
import type { Upload } from './Upload.ts'
import { UploaderIcon } from './UploaderIcon.tsx'
import { partClass } from './UploaderLook.ts'

/** What is previewed. */
export interface ImageUploaderPreviewProps {
  /** The upload whose file is drawn. */
  upload: Upload
}

/**
 * A small picture of a file, drawn by the browser before anything is sent; a neutral tile where it cannot decode the
 * file, as with HEIC.
 */
export function ImageUploaderPreview({ upload }: ImageUploaderPreviewProps): ReactNode {
  const { look } = useImageUploader()
  const { file, width, height, status } = upload
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  const isReadable = status !== 'rejected'
  const isChecked = status !== 'preparing' || width !== undefined

  useEffect(() => {
    if (!canvas.current || !isReadable || !isChecked) return undefined
    const controller = new AbortController()
    const { signal } = controller
    const size = Math.ceil(previewSize * (globalThis.devicePixelRatio || 1))
    void draw(canvas.current, file, { size, width, height, signal }).then((drawn) => {
      if (!signal.aborted) setDrawn(drawn)
    })
    return () => controller.abort()
  }, [file, width, height, isReadable, isChecked])

  return (
    <div
      className={partClass(look, 'preview')}
      data-drawn={isDrawn || undefined}
      aria-hidden="true"
    >
      <canvas ref={canvas} hidden={!isDrawn} />
      {!isDrawn && <UploaderIcon name={isReadable ? 'picture' : 'file'} />}
    </div>
  )
}

/** What draws is loaded with the first file; without it the tile stays neutral. */
async function draw(canvas: HTMLCanvasElement, file: File, options: PreviewOptions) {
  try {
    const { drawPreview } = await import('./drawPreview.ts')
    return await drawPreview(canvas, file, options)
  } catch {
    return false
  }
}

/** CSS pixels of a side. */
const previewSize = 56
