import { join } from 'node:path'
import ts from 'typescript'

/** A component of ours, and the props that our own source declares. */
export interface DeclaredProps {
  component: string
  props: string[]
}

/** Every component that a door exports, with its props as the compiler sees them. */
export function declaredProps(door: string): DeclaredProps[] {
  const root = join(import.meta.dirname, '../..')
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  )
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram([door], options)
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(door)
  const module = file && checker.getSymbolAtLocation(file)
  if (!module) throw new Error(`${door} could not be read.`)
  return checker
    .getExportsOfModule(module)
    .filter(({ name }) => /^[A-Z]/.test(name))
    .flatMap((symbol) => {
      const props = propsOf(checker, symbol)
      return props ? [{ component: symbol.name, props }] : []
    })
}

/** The props of a component, or undefined where the symbol is something else. */
function propsOf(checker: ts.TypeChecker, symbol: ts.Symbol): string[] | undefined {
  const target =
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const declaration = target.valueDeclaration
  if (!declaration || !ts.isFunctionDeclaration(declaration)) return undefined
  const [signature] = checker.getTypeOfSymbol(target).getCallSignatures()
  const [parameter] = signature?.getParameters() ?? []
  if (!parameter || !declaration.getSourceFile().fileName.endsWith('.tsx'))
    return undefined
  const type = checker.getTypeOfSymbol(parameter)
  const members = type.isUnion()
    ? type.types.flatMap((one) => one.getProperties())
    : type.getProperties()
  const own = members.filter((member) =>
    member.declarations?.some(
      (one) => !one.getSourceFile().fileName.includes('node_modules'),
    ),
  )
  return [...new Set(own.map(({ name }) => name))].filter(
    (name) => name !== 'key' && name !== 'ref',
  )
}
