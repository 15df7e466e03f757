/** Calls back with the next frame. In a hidden tab frames stand still, and where there are none a moment has to do. */
export function nextFrame(callback: () => void): void {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(callback)
  else setTimeout(callback, 16)
}
