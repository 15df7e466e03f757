/** How a language counts, lists and measures, as its speakers write it. */
export interface Language<TForm extends Intl.LDMLPluralRule> {
  /** The form that the number asks for, with the number in place of `#`. */
  plural: (count: number, forms: Record<TForm | 'other', string>) => string
  /** A whole number. */
  number: (value: number) => string
  /** A share, 0 to 1. */
  percent: (share: number) => string
  /** Bytes, in the unit that suits them. */
  size: (bytes: number) => string
  /** Words of which one is enough. */
  anyOf: (words: readonly string[]) => string
  /** A day. */
  date: (date: Date) => string
}

/** What the platform knows of a language; the forms of its plurals are those that `Intl.PluralRules` names. */
export function languageOf<TForm extends Intl.LDMLPluralRule>(
  locale: string,
): Language<TForm> {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const percents = new Intl.NumberFormat(locale, {
    style: 'percent',
    roundingMode: 'floor',
  } as Intl.NumberFormatOptions) // the mode is newer than our library of types, and ignored where it is not known
  const lists = new Intl.ListFormat(locale, { type: 'disjunction' })
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const sizes = units.map(
    (unit) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
      }),
  )
  return {
    plural: (count, forms) => {
      const known: Partial<Record<Intl.LDMLPluralRule, string>> = forms
      const form = known[rules.select(count)] ?? forms.other
      return form.replace('#', numbers.format(count))
    },
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    size: (bytes) => {
      const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2
      return sizes[step]?.format(bytes / 1_000 ** step) ?? ''
    },
    anyOf: (words) => lists.format(words),
    date: (date) => dates.format(date),
  }
}

const units = ['byte', 'kilobyte', 'megabyte'] as const
