import { readNumber } from './readNumber.ts'

/** Joins `trim`, `trim.top`, `trim.border.color` … into the one value that they mean; unchecked. */
export function readTrim(
  parts: readonly (readonly [name: string, value: string])[],
): unknown {
  const sides: [string, unknown][] = []
  const border: [string, unknown][] = []
  let hasBorder = false
  for (const [name, text] of parts) {
    const side = name.slice('trim.'.length)
    if (name === 'trim' && text === 'border') hasBorder = true
    else if (name === 'trim') sides.push(...readSides(text))
    else if (side.startsWith('border.'))
      border.push([
        side.slice('border.'.length),
        side === 'border.color' ? text : readNumber(text),
      ])
    else sides.push([side, readNumber(text)])
  }
  if (hasBorder && sides.length + border.length === 0) return 'border'
  return Object.fromEntries(
    hasBorder || border.length > 0
      ? [...sides, ['border', Object.fromEntries(border)]]
      : sides,
  )
}

/** `top;right;bottom;left`, where a missing one reads as no number. */
function readSides(text: string): [string, unknown][] {
  const values = text.split(';')
  const names = ['top', 'right', 'bottom', 'left', ...values.slice(4)]
  return names.map((name, index) => [name, readNumber(values[index] ?? '')])
}
