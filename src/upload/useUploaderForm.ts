'use client'
import { useEffect } from 'react'
import type { RefObject } from 'react'
import { useStable } from './useStable.ts'

/** What a form learns of an uploader. */
export interface UploaderFormOptions {
  /** Why the form must wait, or nothing. */
  message: string
  /** The form was reset. */
  onReset: () => void
}

/** Makes the file input speak for the uploader in its form: it holds the form back, and hears of a reset. */
export function useUploaderForm(
  input: RefObject<HTMLInputElement | null>,
  { message, onReset }: UploaderFormOptions,
): void {
  useEffect(() => input.current?.setCustomValidity(message), [input, message])
  const reset = useStable(onReset)
  useEffect(() => {
    const form = input.current?.form
    form?.addEventListener('reset', reset)
    return () => form?.removeEventListener('reset', reset)
  }, [input, reset])
}
