// Compiles src to dist and copies what the compiler does not.
import { execFileSync } from 'node:child_process'
import { chmod, copyFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const typescript = createRequire(import.meta.url).resolve('typescript/package.json')

await rm(join(root, 'dist'), { recursive: true, force: true })
execFileSync(
  process.execPath,
  [join(dirname(typescript), 'bin/tsc'), '-p', 'tsconfig.build.json'],
  { cwd: root, stdio: 'inherit' },
)
for (const file of ['styles.css', 'styles.css.d.ts']) {
  await copyFile(join(root, 'src', file), join(root, 'dist', file))
}
await chmod(join(root, 'dist/cli/main.js'), 0o755)
