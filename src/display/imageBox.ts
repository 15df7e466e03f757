import type { CSSProperties } from 'react'
import type { ImageFacts } from '../api/ImageFacts.ts'
import type { Layout } from '../url/SlotOptions.ts'
import type { TransformOptions } from '../url/TransformOptions.ts'

/** What is said of a picture's place. */
export interface ImageBoxOptions {
  layout?: Layout | undefined
  width?: number | undefined
  height?: number | undefined
  aspectRatio?: number | undefined
  fit?: TransformOptions['fit']
}

/** The place that a picture takes on the page, and what that means for its URLs. */
export interface ImageBox {
  /** The attributes, as far as they are known before the picture is loaded. */
  width: number | undefined
  height: number | undefined
  /** The ratio that URLs ask for; undefined where the picture keeps its own. */
  ratio: number | undefined
  /** Whether the box is a frame, which the picture may fill in one direction only. */
  isFrame: boolean
  /** Pixels of width beyond which the source has no more to give. */
  maxWidth: number
  style: CSSProperties
}

/** Works out the place of a picture from what is said and what is known of it. */
export function imageBox(
  { layout = 'constrained', width, height, aspectRatio, fit }: ImageBoxOptions,
  facts: ImageFacts | undefined,
): ImageBox {
  const own = facts && facts.w / facts.h
  const asked = width && height ? width / height : aspectRatio
  const ratio =
    asked && own && !fit && Math.abs(asked / own - 1) <= 0.01 ? undefined : asked
  const shape = asked ?? own
  const isFrame = !!ratio && /^(?:contain|scale)/.test(fit ?? '')
  const maxWidth = !facts
    ? largest
    : !ratio
      ? facts.w
      : Math.round(Math[isFrame ? 'max' : 'min'](facts.w, facts.h * ratio))
  const known =
    layout === 'fullWidth' && shape ? Math.min(maxWidth, 1600) : facts && maxWidth
  const shown = width ?? (height && shape ? height * shape : known)
  const style: CSSProperties = {}
  if (layout === 'constrained') style.maxWidth = '100%'
  if (layout === 'fullWidth') style.width = '100%'
  if (layout !== 'fixed') style.height = 'auto'
  if (isFrame) Object.assign(style, { aspectRatio: ratio, objectFit: 'contain' })
  return {
    width: shown && Math.round(shown),
    height: height ?? (shown && shape && Math.round(shown / shape)),
    ratio,
    isFrame,
    maxWidth,
    style,
  }
}

/** Cloudflare makes nothing larger. @see https://developers.cloudflare.com/images/get-started/limits/ */
const largest = 12_000
