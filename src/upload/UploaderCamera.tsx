'use client'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { useImageUploader } from './ImageUploaderContext.ts'
import { partClass } from './UploaderLook.ts'

/** The button that opens the camera: Android offers it only to an input that asks for nothing else. */
export function UploaderCamera(): ReactNode {
  const { look, disabled, types, take } = useImageUploader()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className={partClass(look, 'trigger')}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {look.labels.camera}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={types}
        capture="environment"
        aria-label={look.labels.camera}
        onChange={({ currentTarget }) => {
          take(Array.from(currentTarget.files ?? []))
          currentTarget.value = ''
        }}
      />
    </>
  )
}
