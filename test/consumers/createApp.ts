import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './run.ts'

/** Copies an app to `directory` and installs what it needs, and the packed library, as a user would. */
export async function createApp(
  name: 'vite' | 'next' | 'react-router' | 'types',
  { into, tarball }: { into: string; tarball: string },
): Promise<string> {
  const directory = join(into, name)
  await cp(join(import.meta.dirname, 'apps', name), directory, { recursive: true })
  await install(directory, tarball)
  return directory
}

/** Installs an app's dependencies together with a packed library. */
export async function install(directory: string, tarball: string): Promise<void> {
  await run(['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', tarball], {
    cwd: directory,
  })
}
