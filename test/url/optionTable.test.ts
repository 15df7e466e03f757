import { join } from 'node:path'
import { formatOptions, optionTable } from 'react-cloudflare-images/url'
import type { OptionRow, TransformOptions } from 'react-cloudflare-images/url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { optionNames } from '../../src/url/optionNames.ts'

const rows = Object.entries(optionTable as Record<string, OptionRow>)

describe('optionTable', () => {
  test('has a row for every option, in the order in which options are written', () => {
    expect(rows.map(([name]) => name)).toEqual([...optionNames])
  })

  test('has every option of a hosted URL that Cloudflare documents', () => {
    // The headings of https://developers.cloudflare.com/images/optimization/features/ without those of Workers and of
    // remote images alone (border, draw, onerror, origin-auth), and the three that belong to width=auto.
    const documented =
      'anim background blur brightness compression contrast dpr fit flip format gamma gravity height metadata quality rotate saturation segment sharpen slow-connection-quality trim upscale width zoom'
    const auto = ['wbreakpoints', 'wdesktop', 'wmobile']
    expect(rows.map(([name]) => name).toSorted()).toEqual(
      [...documented.split(' '), ...auto].toSorted(),
    )
  })

  test('gives no two options the same spelling', () => {
    const spellings = rows.flatMap(([name, row]) => [name, ...(row.aliases ?? [])])
    expect(new Set(spellings).size).toBe(spellings.length)
  })

  test.each(rows)('says in one sentence what %s does', (_, row) => {
    expect(row.about).toMatch(/^[A-Z][^.]*(\.[^ ][^.]*)*\.$/)
  })

  test.each(rows)('accepts the words and values of %s that it lists', (name, row) => {
    const listed = [...(row.words ?? []), ...(row.kind === 'choice' ? row.values : [])]
    for (const value of listed) {
      const options = { [name]: value } as TransformOptions
      expect(formatOptions(options)).toBe(`${name}=${String(value)}`)
    }
    expect(listed.length > 0 || row.kind !== 'choice').toBe(true)
  })

  test('shows its sentences to whoever hovers over an option', () => {
    const hovers = hoverTexts()
    for (const [name] of rows) expect(hovers.get(name)).toMatch(/\w{3}.*[.:;]/s)
    expect(hovers.get('border')).toContain('works in a Worker')
    expect(hovers.get('onerror')).toContain('transformUrl')
  }, 30_000)
})

/** What an editor shows for each member of TransformOptions. */
function hoverTexts(): Map<string, string> {
  const file = join(import.meta.dirname, '../../src/url/TransformOptions.ts')
  const program = ts.createProgram([file], {
    strict: true,
    lib: ['lib.es2022.d.ts'],
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
  })
  const checker = program.getTypeChecker()
  const symbols = checker.getExportsOfModule(
    checker.getSymbolAtLocation(program.getSourceFile(file)!)!,
  )
  const options = symbols.find(({ name }) => name === 'TransformOptions')!
  return new Map(
    checker
      .getDeclaredTypeOfSymbol(options)
      .getProperties()
      .map((member) => [
        member.name,
        ts.displayPartsToString(member.getDocumentationComment(checker)),
      ]),
  )
}
