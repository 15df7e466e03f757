/** A still picture to be made to fit. */
export interface ShrinkWork {
  task: 'shrink'
  file: Blob
  /** MIME type by the first bytes. */
  type: string
  /** Width in pixels after EXIF rotation. */
  width: number
  /** Height in pixels after EXIF rotation. */
  height: number
  /** Bytes of the largest file. */
  maxSize: number
  /** Pixels of the longest side. */
  maxDimension: number
  /** Pixels in all. */
  maxPixels: number
}

/** A picture that fits. */
export interface ShrunkPicture {
  blob: Blob
  width: number
  height: number
}

/**
 * Draws a picture as large as it may be and encodes it as small as it must be; transparency stays.
 *
 * The browser turns it by its EXIF and brings its colours to sRGB while it draws, so neither is needed in the result.
 */
export async function shrinkPicture({
  file,
  type,
  width,
  height,
  maxSize,
  maxDimension,
  maxPixels,
}: ShrinkWork): Promise<ShrunkPicture> {
  let scale = Math.min(
    1,
    maxDimension / Math.max(width, height),
    Math.sqrt(maxPixels / (width * height)),
  )
  for (;;) {
    const across = Math.max(1, Math.floor(width * scale))
    const down = Math.max(1, Math.floor(height * scale))
    const canvas = await draw(file, { across, down })
    // WebP alone is small and transparent; browsers that cannot write it give a PNG.
    const format =
      type === 'image/jpeg' || !hasAlpha(canvas) ? 'image/jpeg' : 'image/webp'
    let size = 0
    for (const quality of [0.92, 0.85, 0.75]) {
      const blob = await canvas.convertToBlob({ type: format, quality })
      if (blob.size <= maxSize) return { blob, width: across, height: down }
      size = blob.size
    }
    scale *= Math.min(0.9, Math.sqrt(maxSize / size))
  }
}

async function draw(
  file: Blob,
  { across, down }: { across: number; down: number },
): Promise<OffscreenCanvas> {
  const bitmap = await createImageBitmap(file, {
    resizeWidth: across,
    resizeHeight: down,
    resizeQuality: 'high',
  })
  const canvas = new OffscreenCanvas(across, down)
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
  bitmap.close()
  return canvas
}

/** Looked for in a small copy: the pixels of a large one take hundreds of megabytes. */
function hasAlpha(canvas: OffscreenCanvas): boolean {
  const side = 128
  const small = new OffscreenCanvas(side, side).getContext('2d')!
  small.drawImage(canvas, 0, 0, side, side)
  const { data } = small.getImageData(0, 0, side, side)
  return data.some((value, at) => at % 4 === 3 && value < 255)
}
