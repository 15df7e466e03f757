import { join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '../..')

/** What the compiler says against these texts, each taken as a file at its path, under the project's own rules. */
export function complaintsOf(sources: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  )
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const fileExists = host.fileExists.bind(host)
  const readFile = host.readFile.bind(host)
  const getSourceFile = host.getSourceFile.bind(host)
  host.fileExists = (path) => sources.has(path) || fileExists(path)
  host.readFile = (path) => sources.get(path) ?? readFile(path)
  host.getSourceFile = (path, ...rest) => {
    const code = sources.get(path)
    return code === undefined
      ? getSourceFile(path, ...rest)
      : ts.createSourceFile(path, code, options.target ?? ts.ScriptTarget.ES2022)
  }
  const program = ts.createProgram([...sources.keys()], options, host)
  return [...sources.keys()].flatMap((path) => {
    const file = program.getSourceFile(path)!
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]
    return found.map(({ messageText, start = 0 }) => {
      const { line } = file.getLineAndCharacterOfPosition(start)
      const text = ts.flattenDiagnosticMessageText(messageText, ' ')
      return `${path.slice(root.length + 1)} line ${line + 1}: ${text}`
    })
  })
}
