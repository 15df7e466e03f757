/** What people call these MIME types: `image/svg+xml` is SVG. HEIF goes without saying beside HEIC. */
export function formatNames(types: readonly string[]): readonly string[] {
  return types
    .filter((type) => type !== 'image/heif' || !types.includes('image/heic'))
    .map((type) => {
      const name = type.replace(/^image\//, '').replace(/\+.*/, '')
      return name === 'webp' ? 'WebP' : name.toUpperCase()
    })
}
