import type { JSX } from 'react'

/** The few signs of a gallery. */
const paths = {
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15.5 9.5h.01',
  warning: 'M12 4 2.5 20h19zM12 10v4M12 17h.01',
  close: 'M6 6l12 12M18 6 6 18',
}

interface GalleryIconProps {
  name: keyof typeof paths
}

/** A sign drawn in the colour of the words around it, and silent for screen readers. */
export function GalleryIcon({ name }: GalleryIconProps): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="none" aria-hidden="true">
      <path
        d={paths[name]}
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
