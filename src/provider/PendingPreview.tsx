'use client'
import { useEffect, useRef, useState } from 'react'
import type { JSX } from 'react'
import { drawPreview } from '../upload/drawPreview.ts'
import { useUpload } from '../upload/useUpload.ts'

/** A picture as its file shows it, with how much of it has gone up; the uploader's own row says the rest. */
export function PendingPreview({ id }: { id: string }): JSX.Element {
  const upload = useUpload(id)
  const { file, width, height } = upload ?? {}
  const isChecked = upload !== undefined && (upload.status !== 'preparing' || !!width)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    if (!canvas.current || !file || !isChecked) return undefined
    const controller = new AbortController()
    const { signal } = controller
    void drawPreview(canvas.current, file, { size: 320, width, height, signal }).then(
      (drawn) => {
        if (!signal.aborted) setDrawn(drawn)
      },
    )
    return () => controller.abort()
  }, [file, width, height, isChecked])
  return (
    <>
      <canvas ref={canvas} hidden={!isDrawn} aria-hidden="true" />
      {upload && 'progress' in upload && (
        <progress value={upload.progress} aria-hidden="true" />
      )}
    </>
  )
}
