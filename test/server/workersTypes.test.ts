import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const file = join(root, 'test/server/aWorker.ts')

/** A Worker as its author writes it, with Cloudflare's published types and no DOM. */
const text = `
  import { createEmulator, emulatorBinding } from '../../src/emulator.ts'
  import { imagesBinding } from '../../src/server.ts'
  export default {
    fetch: async (_: Request, env: { IMAGES: ImagesBinding }) => {
      const { images } = await imagesBinding(env.IMAGES).list()
      return Response.json(images)
    },
  } satisfies ExportedHandler<{ IMAGES: ImagesBinding }>
  export const binding: Pick<ImagesBinding, 'hosted'> = emulatorBinding(createEmulator())
  export const wrong: ImagesBinding = emulatorBinding(createEmulator())
`

it('takes what Cloudflare’s types call a binding, and the emulator’s is one', () => {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ['react-cloudflare-images-source'],
    lib: ['lib.es2023.d.ts'],
    types: ['@cloudflare/workers-types'],
  }
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (name, target, ...rest) =>
    name === file ? ts.createSourceFile(name, text, target) : read(name, target, ...rest)
  const program = ts.createProgram([file], options, host)
  const found = program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
  // The last line lacks what transforms pictures: proof that the types are looked at.
  expect(found).toEqual([expect.stringMatching(/is missing the following properties/)])
})
