import { join } from 'node:path'
import { build, defaultClientConditions } from 'vite'
import type { Rolldown } from 'vite'
import { expect, test } from 'vitest'
import doors from '../doors.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')
const admin =
  /^(VariantManager|useVariantMutations|variantsQueryOptions|imageStatsQueryOptions)$/

/** Files of this room in what a page gets that imports these names, without those that left nothing in it. */
async function filesOf(names: readonly string[]): Promise<string[]> {
  const entry = join(root, 'virtual:entry')
  const built = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: {
      conditions: ['react-cloudflare-images-source', ...defaultClientConditions],
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'virtual:entry' ? entry : undefined),
        load: (id) =>
          id === entry
            ? `export { ${names.join()} } from 'react-cloudflare-images'`
            : undefined,
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: 'virtual:entry',
        preserveEntrySignatures: 'strict',
        external: (id) => !/^([./]|virtual:|#|react-cloudflare-images)/.test(id),
      },
    },
  })) as Rolldown.RolldownOutput // of one build that does not watch
  return built.output.flatMap((file) =>
    file.type === 'chunk'
      ? Object.entries(file.modules)
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .flatMap(([id]) => /src\/manage\/(\w+)\./.exec(id)?.[1] ?? [])
      : [],
  )
}

test('leaves what is for admins to those who import it', async () => {
  const names = doors.index.values
  const isForAdmins = (file: string) => /variant|stats/i.test(file)
  const others = await filesOf(names.filter((name) => !admin.test(name)))
  expect(others).toContain('ImageGallery')
  expect(others.filter(isForAdmins)).toEqual([])
  const theirs = await filesOf(names.filter((name) => admin.test(name)))
  expect(theirs.filter(isForAdmins).toSorted()).toEqual([
    'VariantForm',
    'VariantManager',
    'imageStatsQueryOptions',
    'useVariantMutations',
    'variantManagerLabels',
    'variantsQueryOptions',
  ])
})
