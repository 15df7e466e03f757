import type { ShownImage } from 'react-cloudflare-images'

/** Some of the emulated account's pictures, as a backend would return them. */
export const coast: ShownImage = {
  id: 'samples/coast',
  filename: 'coast.jpg',
  meta: {
    rci: {
      w: 2400,
      h: 1600,
      c: '#5f8fb5',
      t: 'IqYJHYJ3eIeJiHeAdziIfGaAOFL4',
      alt: 'A sandy coast under a low sun',
    },
  },
}

/** Taller than wide; the face is what should stay in view. */
export const portrait: ShownImage = {
  id: 'samples/portrait',
  filename: 'portrait.jpg',
  meta: {
    rci: {
      w: 1600,
      h: 2400,
      c: '#b98a7c',
      alt: 'A painted portrait of a person',
      f: [0.5, 0.3],
    },
  },
}

/** See-through: never has a placeholder. */
export const leaf: ShownImage = {
  id: 'samples/leaf',
  filename: 'leaf.png',
  meta: {
    rci: {
      w: 1200,
      h: 1200,
      c: '#5fa96b',
      a: 1,
      alt: 'A green leaf without a background',
    },
  },
}
