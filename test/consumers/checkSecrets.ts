import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Setting } from './Setting.ts'
import { apiToken } from './startCloud.ts'

/** What no file for the browser may hold: the token itself, and the name of the option that takes it. */
const secrets = [apiToken, 'apiToken']

/** Reads every file that an app serves to browsers, and checks that none holds a secret. */
export async function checkSecrets(
  { report }: Setting,
  { what, directory }: { what: string; directory: string },
): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const maps = files.filter(({ name }) => name.endsWith('.map')).length
  const leaks: string[] = []
  for (const { parentPath, name } of files) {
    const text = await readFile(join(parentPath, name), 'utf8')
    if (secrets.some((secret) => text.includes(secret))) leaks.push(name)
  }
  report.check(
    `${what}: no secret in the client's files, source maps included`,
    maps > 0 && leaks.length === 0,
    leaks.join(', ') || `none in ${files.length} files, ${maps} of them source maps`,
  )
}
