import type { CSSProperties } from 'react'

/**
 * The style of a box that takes the place of a picture, so that nothing around it moves; undefined where it has none.
 *
 * Browsers let a broken inline picture shrink to its words: its attributes then say what its place was.
 */
export function boxOfImage(img: HTMLImageElement): CSSProperties | undefined {
  const { display } = getComputedStyle(img)
  const hasShrunk = display === 'inline' && img.complete && !img.naturalWidth
  const width = hasShrunk ? Number(img.getAttribute('width')) : img.offsetWidth
  const height = hasShrunk ? Number(img.getAttribute('height')) : img.offsetHeight
  if (!width || !height) return undefined
  return {
    aspectRatio: width / height,
    display: display === 'inline' ? 'inline-block' : display,
    maxWidth: '100%',
    overflow: 'hidden',
    width: img.style.width || width,
  }
}
