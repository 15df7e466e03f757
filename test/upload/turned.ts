/** The same pixels with an EXIF block that says how the camera was held, 1 to 8. */
export async function turned(jpeg: File, orientation: number): Promise<File> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer())
  const app1 = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0]
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1]
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  const exif = new Uint8Array([...app1, ...tiff, ...entry])
  const { name, type } = jpeg
  return new File([bytes.slice(0, 2), exif, bytes.slice(2)], name, { type })
}
