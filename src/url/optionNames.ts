/**
 * The names of all options that a hosted URL accepts, in the order of the table of options.
 *
 * Apart from that table, because production has to know the names only.
 */
export const optionNames = [
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
export type TransformOptionName = (typeof optionNames)[number]
