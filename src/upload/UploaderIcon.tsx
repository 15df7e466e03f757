import type { ReactNode } from 'react'

interface UploaderIconProps {
  /** What is drawn, in a square of 24. @default a picture */
  path?: string | undefined
}

/** A drawing of ours; it says nothing to screen readers, since words stand beside it. */
export function UploaderIcon({ path = picture }: UploaderIconProps): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}

const picture = 'M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15.5 9.5h.01'
