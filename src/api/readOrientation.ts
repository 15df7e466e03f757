/** The orientation, 1 to 8, in an EXIF block: from 5 on, width and height change places. 1 where it says nothing. */
export function readOrientation(exif: Uint8Array): number {
  // JPEG, and some WebP, put a name before the TIFF block.
  const named = String.fromCharCode(...exif.subarray(0, 6)) === 'Exif\0\0'
  const tiff = named ? exif.subarray(6) : exif
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  try {
    const little = view.getUint16(0) === 0x4949
    const directory = view.getUint32(4, little)
    const entries = view.getUint16(directory, little)
    for (let entry = 0; entry < entries; entry++) {
      const at = directory + 2 + entry * 12
      if (view.getUint16(at, little) !== 0x0112) continue
      const value = view.getUint16(at + 8, little)
      return value >= 1 && value <= 8 ? value : 1
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return 1
}
