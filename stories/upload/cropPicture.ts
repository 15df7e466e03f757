import type { Area } from 'react-easy-crop'

/** What of a picture is wanted. */
export interface Cut {
  /** In pixels of the picture after it was turned. */
  area: Area
  /** Degrees, clockwise. */
  rotation: number
}

/** The wanted part as a file of the given type, in the picture's own pixels. EXIF orientation is applied once. */
export async function cropPicture(
  file: File,
  { area, rotation, type }: Cut & { type: string },
): Promise<File> {
  const picture = await createImageBitmap(file)
  const { width, height } = picture
  const angle = (rotation * Math.PI) / 180
  const sin = Math.abs(Math.sin(angle))
  const cos = Math.abs(Math.cos(angle))
  const canvas = new OffscreenCanvas(area.width, area.height)
  const context = canvas.getContext('2d')!
  context.translate(
    (width * cos + height * sin) / 2 - area.x,
    (width * sin + height * cos) / 2 - area.y,
  )
  context.rotate(angle)
  context.drawImage(picture, -width / 2, -height / 2)
  picture.close()
  const blob = await canvas.convertToBlob({ type, quality: 0.92 })
  return new File([blob], file.name, { type: blob.type, lastModified: file.lastModified })
}
