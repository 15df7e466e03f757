'use client'
import { use, useState } from 'react'
import type { ReactNode } from 'react'
import { ImageUploaderStateContext, useImageUploader } from './ImageUploaderContext.ts'
import type { Upload } from './Upload.ts'
import { hasEnded } from './hasEnded.ts'

/**
 * Tells screen readers how many files go up, and how many came to what end: at the start, after each failure and at
 * the end, never percents.
 */
export function UploaderAnnouncer(): ReactNode {
  const { look } = useImageUploader()
  const { uploads } = use(ImageUploaderStateContext)
  const totals = totalsOf(uploads)
  const { pending, failed } = totals
  const moment = `${pending > 0} ${failed} ${uploads.length}`
  const [said, setSaid] = useState({ moment, text: '' })
  if (said.moment !== moment) setSaid({ moment, text: look.labels.announce(totals) })
  return (
    <output
      aria-live="polite"
      className={look.unstyled ? undefined : 'rci-uploader-announcer'}
    >
      {said.text}
    </output>
  )
}

function totalsOf(uploads: readonly Upload[]) {
  const count = (wanted: (upload: Upload) => boolean) => uploads.filter(wanted).length
  return {
    pending: count((upload) => !hasEnded(upload)),
    succeeded: count(({ status }) => status === 'success'),
    failed: count(({ status }) => status === 'error' || status === 'rejected'),
  }
}
