/** Pixels of the file at a URL, counted by the browser's own decoder; no request where the page shows it already. */
export async function fileSizeOf(url: string): Promise<string> {
  // Without `sizes`, whose width would divide the pixels.
  const bare = new Image()
  bare.src = url
  await bare.decode()
  return `${bare.naturalWidth}×${bare.naturalHeight}`
}
