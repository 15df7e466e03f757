/** A TIFF block, as EXIF is kept in, that says nothing but how the camera was held. */
export function exifOf(orientation: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(26)
  const view = new DataView(bytes.buffer)
  bytes.set([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1])
  view.setUint16(10, 0x0112)
  view.setUint16(12, 3)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return bytes
}
