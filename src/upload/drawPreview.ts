/** What is drawn, and how large. */
export interface PreviewOptions {
  /** Pixels of the canvas's sides. */
  size: number
  /** Width of the picture, where it is known. */
  width?: number | undefined
  /** Height of the picture, where it is known. */
  height?: number | undefined
  /** Ends it while it waits. */
  signal: AbortSignal
}

/**
 * Draws a small square preview of a file, and tells whether it could.
 *
 * One picture is decoded at a time and only its small copy is kept: forty photographs shown by blob URLs take 700 MB,
 * drawn like this 200.
 */
export function drawPreview(
  canvas: HTMLCanvasElement,
  file: File,
  options: PreviewOptions,
): Promise<boolean> {
  const drawn = turn.then(() =>
    options.signal.aborted ? false : draw(canvas, file, options),
  )
  turn = drawn.catch(() => false)
  return turn
}

let turn: Promise<boolean> = Promise.resolve(false)

async function draw(
  canvas: HTMLCanvasElement,
  file: File,
  { size, width, height, signal }: PreviewOptions,
): Promise<boolean> {
  const picture =
    file.type === 'image/svg+xml' ? await loadImage(file) : await decode(file)
  if (signal.aborted) return false
  // A drawing without a size of its own is drawn as a square.
  const [across, down] = [
    picture.width || width || size,
    picture.height || height || size,
  ]
  const scale = Math.max(size / across, size / down)
  canvas.width = canvas.height = size
  canvas
    .getContext('2d')
    ?.drawImage(
      picture,
      (size - across * scale) / 2,
      (size - down * scale) / 2,
      across * scale,
      down * scale,
    )
  if ('close' in picture) picture.close()
  return true

  /** The shorter side fills the square; the browser decodes no larger than needed, and turns by EXIF itself. */
  function decode(blob: Blob): Promise<ImageBitmap> {
    const wide = (width ?? 1) > (height ?? 1)
    const resize = wide ? { resizeHeight: size } : { resizeWidth: size }
    return createImageBitmap(blob, { ...resize, resizeQuality: 'medium' })
  }
}

/** Browsers make no bitmap of a vector drawing; the URL lives only as long as the loading. */
async function loadImage(file: File): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = URL.createObjectURL(file)
  try {
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(image.src)
  }
}
