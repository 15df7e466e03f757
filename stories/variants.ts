/** The named variants of the emulated account of these stories. */
export const variants = {
  avatar: { width: 96, height: 96, fit: 'cover' },
  avatar2x: { width: 192, height: 192, fit: 'cover' },
  thumb: { width: 320, height: 240, fit: 'cover' },
  card: { width: 640, fit: 'scale-down' },
  hero: { width: 1600, fit: 'scale-down' },
} as const
