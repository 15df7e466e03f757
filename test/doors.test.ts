import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const written = JSON.parse(
  readFileSync(join(import.meta.dirname, 'doors.json'), 'utf8'),
) as Record<string, { values: string[]; types: string[] }>
const doors = Object.keys(written)
const program = ts.createProgram(
  doors.map((door) => join(root, 'src', `${door}.ts`)),
  { ...compilerOptions(), noEmit: true },
)
const checker = program.getTypeChecker()

test.each(doors)(
  'the door %s exports the names that test/doors.json writes out',
  (door) => {
    expect(namesOf(door)).toEqual(written[door])
  },
)

test.each(doors)('what the door %s exports is there at run time', async (door) => {
  const name =
    door === 'index' ? 'react-cloudflare-images' : `react-cloudflare-images/${door}`
  const module: object = await import(/* @vite-ignore */ name)
  expect(Object.keys(module).toSorted()).toEqual(written[door]?.values)
})

/** Every name of a door by what it is: something that runs, or only a type. */
function namesOf(door: string): { values: string[]; types: string[] } {
  const file = program.getSourceFile(join(root, 'src', `${door}.ts`))!
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(file)!)
  const isValue = (symbol: ts.Symbol) => {
    const target =
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    return (target.flags & ts.SymbolFlags.Value) !== 0
  }
  const names = (wanted: boolean) =>
    symbols
      .filter((symbol) => isValue(symbol) === wanted)
      .map(({ name }) => name)
      .toSorted()
  return { values: names(true), types: names(false) }
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  )
  return ts.parseJsonConfigFileContent(config, ts.sys, root).options
}
