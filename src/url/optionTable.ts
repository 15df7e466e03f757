/** What every row of the table of options says. */
export interface OptionRowBase {
  /** One sentence for the manual. */
  about: string
  /** Other spellings that Cloudflare reads; we write the long one. */
  aliases?: readonly string[] | undefined
  /** What Cloudflare does where the option is absent, as a word for the manual. */
  default?: string | undefined
  /** Words that are accepted beside the kind's own values. */
  words?: readonly string[] | undefined
  /** Whether that hosted URLs accept it is inferred and not documented. */
  experimental?: true | undefined
}

/** One option: what it takes, and what the manual says about it. */
export type OptionRow = OptionRowBase &
  (
    | { kind: 'integer' | 'number'; min: number; max?: number | undefined }
    | { kind: 'integers'; min: number; max: number }
    | { kind: 'choice'; values: readonly (string | number | boolean)[] }
    | { kind: 'color' | 'point' | 'trim' }
  )

/**
 * The options of a hosted URL. Types, checks, the reading of URLs, the emulator and the manual follow these rows.
 *
 * @see https://developers.cloudflare.com/images/optimization/features/
 */
export const optionTable = {
  /** Width in pixels, or `'auto'` to let Cloudflare choose by client hints. @default the source's width */
  width: {
    kind: 'integer',
    min: 1,
    max: 12_000,
    words: ['auto'],
    aliases: ['w'],
    default: 'width of the source',
    about: 'Width in pixels, or `auto` to let Cloudflare choose by client hints.',
  },
  /** Height in pixels. @default the source's height */
  height: {
    kind: 'integer',
    min: 1,
    max: 12_000,
    aliases: ['h'],
    default: 'height of the source',
    about: 'Height in pixels.',
  },
  /** Widths in pixels that `width: 'auto'` chooses from. @default [320, 768, 960, 1200] @experimental */
  wbreakpoints: {
    kind: 'integers',
    min: 1,
    max: 12_000,
    default: '320;768;960;1200',
    experimental: true,
    about: 'Widths in pixels that `width=auto` chooses from.',
  },
  /** Width in pixels that `width: 'auto'` gives a phone without client hints. @default 768 @experimental */
  wmobile: {
    kind: 'integer',
    min: 1,
    max: 12_000,
    default: '768',
    experimental: true,
    about: 'Width in pixels that `width=auto` gives a phone without client hints.',
  },
  /** Width in pixels that `width: 'auto'` gives a desktop without client hints. @default 1200 @experimental */
  wdesktop: {
    kind: 'integer',
    min: 1,
    max: 12_000,
    default: '1200',
    experimental: true,
    about: 'Width in pixels that `width=auto` gives a desktop without client hints.',
  },
  /** Multiplies width and height, at most 2. @default 1 */
  dpr: {
    kind: 'number',
    min: 0.1,
    max: 2,
    default: '1',
    about: 'Multiplies width and height, for dense screens.',
  },
  /**
   * How the picture fills width × height. @default 'scale-down'
   *
   * `scale-down`, `crop` and `aspect-crop` never enlarge; `cover`, `crop` and `aspect-crop` cut what does not fit;
   * `pad` fills the rest with `background`; `squeeze` distorts.
   */
  fit: {
    kind: 'choice',
    values: [
      'scale-down',
      'scale-up',
      'contain',
      'cover',
      'crop',
      'aspect-crop',
      'pad',
      'squeeze',
    ],
    default: 'scale-down',
    about: 'How the picture fills width × height.',
  },
  /** What stays in view where a fit crops: a side, a word, or a point in fractions of width and height. @default centre */
  gravity: {
    kind: 'point',
    words: ['auto', 'face', 'left', 'right', 'top', 'bottom', 'center', 'entropy'],
    aliases: ['g'],
    default: 'center',
    about:
      'What stays in view where a fit crops: a side, a word, or a point such as `0.5x0.2`.',
  },
  /** How close `gravity: 'face'` crops to the faces, 0 to 1. @default 0 */
  zoom: {
    kind: 'number',
    min: 0,
    max: 1,
    aliases: ['face-zoom'],
    default: '0',
    about: 'How close `gravity=face` crops to the faces.',
  },
  /** 1 to 100, or a word for a perceived quality. @default 85 */
  quality: {
    kind: 'integer',
    min: 1,
    max: 100,
    words: ['high', 'medium-high', 'medium-low', 'low'],
    aliases: ['q'],
    default: '85',
    about: 'Quality of lossy formats, as a number or as a word for perceived quality.',
  },
  /** Quality for browsers that report a slow connection; Chromium only, where the page asks for the hints. */
  'slow-connection-quality': {
    kind: 'integer',
    min: 1,
    max: 100,
    words: ['high', 'medium-high', 'medium-low', 'low'],
    aliases: ['scq'],
    about: 'Quality for browsers that report a slow connection.',
  },
  /** The format of the answer. Hosted images behave as `'auto'` without it. @default 'auto' */
  format: {
    kind: 'choice',
    values: [
      'auto',
      'avif',
      'webp',
      'jpeg',
      'baseline-jpeg',
      'png',
      'png-force',
      'svg',
      'json',
    ],
    aliases: ['f'],
    default: 'auto',
    about: 'Format of the answer; `json` answers with sizes instead of a picture.',
  },
  /** Whether an animation keeps moving; `false` gives its first frame. @default true */
  anim: {
    kind: 'choice',
    values: [true, false],
    default: 'true',
    about: 'Whether an animation keeps moving; `false` gives its first frame.',
  },
  /** CSS colour behind transparent pixels and for `fit: 'pad'`. @default 'white' */
  background: {
    kind: 'color',
    default: 'white',
    about: 'CSS colour behind transparent pixels and beside a padded picture.',
  },
  /** Radius of a blur, 0 to 250. Hides nothing: the URL can be edited. @default 0 */
  blur: { kind: 'integer', min: 0, max: 250, default: '0', about: 'Radius of a blur.' },
  /** Factor of brightness; 1 changes nothing. @default 1 */
  brightness: {
    kind: 'number',
    min: 0,
    default: '1',
    about: 'Factor of brightness; 1 changes nothing.',
  },
  /** Factor of contrast; 1 changes nothing. @default 1 */
  contrast: {
    kind: 'number',
    min: 0,
    default: '1',
    about: 'Factor of contrast; 1 changes nothing.',
  },
  /** Factor of exposure; 0 and 1 change nothing. @default 1 */
  gamma: {
    kind: 'number',
    min: 0,
    default: '1',
    about: 'Factor of exposure; 0 and 1 change nothing.',
  },
  /** Factor of saturation; 0 is grey, 1 changes nothing. @default 1 */
  saturation: {
    kind: 'number',
    min: 0,
    default: '1',
    about: 'Factor of saturation; 0 is grey, 1 changes nothing.',
  },
  /** Strength of sharpening, 0 to 10; 1 is advised for pictures made smaller. @default 0 */
  sharpen: {
    kind: 'number',
    min: 0,
    max: 10,
    default: '0',
    about: 'Strength of sharpening; 1 is advised for pictures made smaller.',
  },
  /** Degrees clockwise, before resizing: width and height are those of the turned picture. */
  rotate: {
    kind: 'choice',
    values: [90, 180, 270],
    about: 'Degrees clockwise, before resizing.',
  },
  /** Mirrors: `h` left and right, `v` top and bottom, `hv` both. */
  flip: {
    kind: 'choice',
    values: ['h', 'v', 'hv'],
    about: 'Mirrors left and right, top and bottom, or both.',
  },
  /** Cuts edges before anything else: pixels or fractions per side, a rectangle, or a border by its colour. */
  trim: {
    kind: 'trim',
    about:
      'Cuts edges before anything else: sides, a rectangle, or a border by its colour.',
  },
  /** What is kept of EXIF in a JPEG; other formats keep nothing. @default 'copyright' */
  metadata: {
    kind: 'choice',
    values: ['copyright', 'keep', 'none'],
    default: 'copyright',
    about: 'What is kept of EXIF in a JPEG; other formats keep nothing.',
  },
  /** Encodes faster at the price of bytes. */
  compression: {
    kind: 'choice',
    values: ['fast'],
    about: 'Encodes faster at the price of bytes.',
  },
  /** Removes the background. */
  segment: {
    kind: 'choice',
    values: ['foreground'],
    about: 'Removes the background.',
  },
  /** How a picture is enlarged where a fit enlarges. @default 'interpolate' */
  upscale: {
    kind: 'choice',
    values: ['interpolate', 'generate'],
    default: 'interpolate',
    about: 'How a picture is enlarged where a fit enlarges.',
  },
} as const
