'use client'
import { isDevelopment } from '#development'
import { useEffect } from 'react'
import type { RefObject } from 'react'

/** Tells whoever develops the page that the stylesheet is missing: without it the looks are the browser's. */
export function useStylesheetWarning(
  part: RefObject<HTMLElement | null>,
  unstyled: boolean,
): void {
  useEffect(() => {
    if (!isDevelopment || unstyled || hasWarned || !part.current) return
    const root = part.current.closest('.rci')
    if (!root || getComputedStyle(root).getPropertyValue('--_rci-space') !== '') return
    hasWarned = true
    console.warn(
      `ImageUploader has no stylesheet, so it looks as the browser draws it. Add it once:
  import 'react-cloudflare-images/styles.css'
or give \`unstyled\` where the looks are your own.`,
    )
  }, [part, unstyled])
}

let hasWarned = false
