/** Options that Cloudflare knows and hosted URLs do not accept, with the place where each one works. */
export const foreignOptions = {
  /** Not in URLs: works in a Worker (`cf.image`) and through the Images binding. */
  border: 'in a Worker (cf.image) and through the Images binding',
  /** Not in URLs: works in a Worker (`cf.image`) and through the Images binding. */
  draw: 'in a Worker (cf.image) and through the Images binding',
  /** Not for hosted images: works for remote ones, with `transformUrl`. */
  onerror: 'for remote images, with transformUrl',
  /** Not in URLs: works in a Worker (`cf.image`). */
  'origin-auth': 'in a Worker (cf.image)',
} as const
