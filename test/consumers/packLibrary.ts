import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './run.ts'

const root = join(import.meta.dirname, '../..')

/** Builds the library and packs it as it would be published; gives the tarball's path. */
export async function packLibrary(into: string): Promise<string> {
  await run(['npm', 'run', 'build'], { cwd: root })
  return pack(root, into)
}

/** Packs the same library again with the promise taken away that its modules have no side effects. */
export async function packWithoutSideEffects(
  tarball: string,
  into: string,
): Promise<string> {
  await mkdir(into)
  await run(['tar', '-xzf', tarball, '-C', into], { cwd: into })
  const manifest = join(into, 'package/package.json')
  const { sideEffects, ...rest } = JSON.parse(await readFile(manifest, 'utf8'))
  if (sideEffects === undefined)
    throw new Error('package.json has no sideEffects to take')
  await writeFile(manifest, JSON.stringify(rest))
  const packed = await pack(join(into, 'package'), into)
  const renamed = packed.replace('.tgz', '-without-side-effects.tgz')
  await rename(packed, renamed)
  return renamed
}

async function pack(from: string, into: string): Promise<string> {
  const output = await run(
    ['npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', into],
    { cwd: from },
  )
  const [, name] = /"filename":\s*"([^"]+)"/.exec(output) ?? []
  if (!name) throw new Error(`npm pack names no file:\n${output}`)
  return join(into, name)
}
