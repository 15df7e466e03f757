/** Factors that change tones; 1 changes nothing. */
export interface ToneOptions {
  brightness?: number | undefined
  contrast?: number | undefined
  /** Below 1 lightens, above 1 darkens; 0 changes nothing. */
  gamma?: number | undefined
  /** 0 is grey. */
  saturation?: number | undefined
}

/** Whether anything would change. */
export function hasTones({
  brightness = 1,
  contrast = 1,
  gamma = 1,
  saturation = 1,
}: ToneOptions): boolean {
  return (
    brightness !== 1 || contrast !== 1 || (gamma !== 1 && gamma !== 0) || saturation !== 1
  )
}

/**
 * Changes brightness, contrast, gamma and saturation of raw pixels, in this order and in place.
 *
 * Cloudflare's manual and its types disagree about the direction of gamma; the manual is newer and is followed.
 *
 * @see https://developers.cloudflare.com/images/optimization/features/#gamma
 */
export function adjustTones(
  pixels: Uint8Array,
  channels: number,
  options: ToneOptions,
): void {
  const curve = curveOf(options)
  const { saturation = 1 } = options
  const colours = channels > 2 ? 3 : 1
  for (let at = 0; at < pixels.length; at += channels) {
    for (let channel = 0; channel < colours; channel++) {
      pixels[at + channel] = curve[pixels[at + channel] ?? 0] ?? 0
    }
    if (saturation !== 1 && colours === 3) saturate(pixels, at, saturation)
  }
}

const curveOf = ({
  brightness = 1,
  contrast = 1,
  gamma = 1,
}: ToneOptions): Uint8ClampedArray =>
  Uint8ClampedArray.from({ length: 256 }, (_, value) => {
    const bright = value * brightness
    const contrasted = Math.min(255, Math.max(0, (bright - 128) * contrast + 128))
    return gamma === 0 ? contrasted : 255 * (contrasted / 255) ** gamma
  })

/** Moves a colour away from its grey, or towards it. Weights of Rec. 709, as in CSS's saturate(). */
const saturate = (pixels: Uint8Array, at: number, saturation: number): void => {
  const grey =
    0.2126 * (pixels[at] ?? 0) +
    0.7152 * (pixels[at + 1] ?? 0) +
    0.0722 * (pixels[at + 2] ?? 0)
  for (let channel = at; channel < at + 3; channel++) {
    const value = grey + ((pixels[channel] ?? 0) - grey) * saturation
    pixels[channel] = Math.min(255, Math.max(0, Math.round(value)))
  }
}
