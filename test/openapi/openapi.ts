// Writes the OpenAPI document that the package ships, from the table of routes.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createOpenApi } from './createOpenApi.ts'

const root = join(import.meta.dirname, '../..')
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  version: string
}
await writeFile(
  join(root, 'src/api/openapi.json'),
  `${JSON.stringify(createOpenApi(version), null, 2)}\n`,
)
