// Writes the README's shown files and tables anew from the source.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fillReadme } from './fillReadme.ts'

const path = join(import.meta.dirname, '../../README.md')
await writeFile(path, await fillReadme(await readFile(path, 'utf8')))
