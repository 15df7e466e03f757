/** Every token a theme may set, and the CSS custom property that carries it. */
const themeTokens = {
  /** What components stand on. */
  colorBackground: '--rci-color-background',
  /** Cards, rows and buttons. */
  colorSurface: '--rci-color-surface',
  /** Words. */
  colorText: '--rci-color-text',
  /** Words of less weight; at least 4.5:1 on the background. */
  colorMuted: '--rci-color-muted',
  /** Lines between and around things. */
  colorBorder: '--rci-color-border',
  /** Main buttons, progress, selection. */
  colorAccent: '--rci-color-accent',
  /** Words on the accent. */
  colorAccentText: '--rci-color-accent-text',
  /** Failure. */
  colorDanger: '--rci-color-danger',
  /** Success. */
  colorSuccess: '--rci-color-success',
  /** The ring around what has the keyboard. */
  colorFocus: '--rci-color-focus',
  /** Corner radius. */
  radius: '--rci-radius',
  /** The unit of space; paddings and gaps are multiples of it. */
  space: '--rci-space',
  /** Font family. */
  font: '--rci-font',
  /** Font size of body text. */
  fontSize: '--rci-font-size',
} as const

/** The name of a token. */
export type ThemeToken = keyof typeof themeTokens

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
 * The attribute and style that put a theme on an element; the stylesheet does the rest. Under a strict CSP there is no
 * style, and tokens are left to the app's own stylesheet.
 */
export function themeProps(theme: Theme | undefined, csp = false): ThemeProps {
  if (theme === undefined) return {}
  if (typeof theme === 'string') return { 'data-rci-scheme': theme }
  const { scheme, ...tokens } = theme
  const attributes = scheme ? { 'data-rci-scheme': scheme } : {}
  if (csp) return attributes
  const style: Record<string, string> = {}
  for (const [token, value] of Object.entries(tokens)) {
    if (value !== undefined && Object.hasOwn(themeTokens, token)) {
      style[themeTokens[token as ThemeToken]] = value
    }
  }
  return { ...attributes, style }
}
