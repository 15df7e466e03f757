/**
 * A HEIC whose GPS values are zeros, byte for byte as long as before, so that nothing in it moves; undefined where it
 * holds none.
 *
 * @see https://www.media.mit.edu/pia/Research/deepview/exif.html
 */
export function blankHeif(
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer>[] | undefined {
  let isChanged = false
  // One character for each byte: a text is searched many times faster than bytes are.
  const text = new TextDecoder('latin1').decode(bytes)
  // By how a TIFF block begins, since not every camera writes `Exif` before it.
  for (const sign of ['II*\0', 'MM\0*']) {
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
      isChanged = blankGps(bytes.subarray(at)) || isChanged
    }
  }
  return isChanged ? [bytes] : undefined
}

/** Overwrites the GPS directory of a TIFF block, and what it points to. */
function blankGps(tiff: Uint8Array): boolean {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  try {
    const little = tiff[0] === 0x49
    const pointer = entriesOf(view, { at: view.getUint32(4, little), little }).find(
      (entry) => view.getUint16(entry, little) === 0x8825,
    )
    if (pointer === undefined) return false
    const directory = view.getUint32(pointer + 8, little)
    const entries = entriesOf(view, { at: directory, little })
    for (const entry of entries) {
      const length =
        (sizes[view.getUint16(entry + 2, little)] ?? 1) *
        view.getUint32(entry + 4, little)
      const value = length > 4 ? view.getUint32(entry + 8, little) : entry + 8
      tiff.fill(0, value, value + length)
      tiff.fill(0, entry, entry + 12)
    }
    view.setUint16(directory, 0, little)
    return entries.length > 0
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return false
  }
}

/** Bytes of one value, by the type of a TIFF field. */
const sizes: Record<number, number> = { 3: 2, 4: 4, 5: 8, 8: 2, 9: 4, 10: 8, 12: 8 }

function entriesOf(
  view: DataView,
  { at, little }: { at: number; little: boolean },
): number[] {
  const count = view.getUint16(at, little)
  return Array.from({ length: count }, (_, entry) => at + 2 + entry * 12)
}
