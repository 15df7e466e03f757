/**
 * Every option of a hosted URL, in the order in which it is written: one picture then has one URL and one cache key.
 *
 * Apart from the table of options, because this much is all that production needs.
 */
export const optionOrder = [
  'width',
  'height',
  'wbreakpoints',
  'wmobile',
  'wdesktop',
  'dpr',
  'fit',
  'gravity',
  'zoom',
  'quality',
  'slow-connection-quality',
  'format',
  'anim',
  'background',
  'blur',
  'brightness',
  'contrast',
  'gamma',
  'saturation',
  'sharpen',
  'rotate',
  'flip',
  'trim',
  'metadata',
  'compression',
  'segment',
  'upscale',
] as const

/** The name of an option that a hosted URL accepts. */
export type TransformOptionName = (typeof optionOrder)[number]
