/** Every token a theme may set: CSS values, each carried by a custom property such as `--rci-color-accent`. */
interface ThemeTokens {
  /** What components stand on. */
  colorBackground: string
  /** Cards, rows and buttons. */
  colorSurface: string
  /** Words. */
  colorText: string
  /** Words of less weight; at least 4.5:1 on the background. */
  colorMuted: string
  /** Lines between and around things. */
  colorBorder: string
  /** Main buttons, progress, selection. */
  colorAccent: string
  /** Words on the accent. */
  colorAccentText: string
  /** Failure. */
  colorDanger: string
  /** Success. */
  colorSuccess: string
  /** The ring around what has the keyboard. */
  colorFocus: string
  /** Corner radius. */
  radius: string
  /** The unit of space; paddings and gaps are multiples of it. */
  space: string
  /** How close things stand: multiplies `space` and the height of buttons and fields, `'1'` where it is absent. */
  density: string
  /** Font family. */
  font: string
  /** Font size of body text. */
  fontSize: string
}

/** The name of a token. */
export type ThemeToken = keyof ThemeTokens

/** Light, dark, or what the visitor's system says. */
export type ThemeScheme = 'light' | 'dark' | 'system'

/** A scheme, or tokens over a scheme. Values are CSS, such as `'#f6821f'` or `'0.5rem'`. */
export type Theme =
  | ThemeScheme
  | ({ scheme?: ThemeScheme | undefined } & {
      [token in ThemeToken]?: string | undefined
    })

/** What a themed element carries: an attribute for the scheme and custom properties for the tokens. */
export interface ThemeProps {
  'data-rci-scheme'?: ThemeScheme
  style?: Record<string, string>
}

/**
 * The attribute and style that put a theme on an element; the stylesheet does the rest. What is no word is no token:
 * names stand in markup as they are. Under a strict CSP there is no style, and tokens are left to the app's own
 * stylesheet.
 */
export function themeProps(theme: Theme | undefined, csp = false): ThemeProps {
  if (theme === undefined) return {}
  if (typeof theme === 'string') return { 'data-rci-scheme': theme }
  const { scheme, ...tokens } = theme
  const attributes = scheme ? { 'data-rci-scheme': scheme } : {}
  if (csp) return attributes
  const style: Record<string, string> = {}
  for (const [token, value] of Object.entries(tokens)) {
    if (value !== undefined && /^[a-z]+$/i.test(token)) style[propertyOf(token)] = value
  }
  return { ...attributes, style }
}

const propertyOf = (token: string) =>
  `--rci-${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
