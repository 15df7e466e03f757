import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)))
  .toSorted()

/** What each room may import: other rooms, and packages. */
const stairs: Record<string, { rooms: string[]; packages: string[] }> = {
  api: { rooms: [], packages: [] },
  url: { rooms: ['api'], packages: ['#development'] },
  display: {
    rooms: ['url', 'api'],
    packages: ['react', 'react-dom', '#delivery', '#development'],
  },
  upload: {
    rooms: ['url', 'api'],
    packages: ['react', 'react-dropzone', 'thumbhash', '#development'],
  },
  manage: {
    rooms: ['url', 'api', 'display'],
    packages: [
      'react',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      '#development',
    ],
  },
  provider: {
    rooms: ['url', 'api', 'display', 'upload', 'manage'],
    packages: ['react', '@tanstack/react-query', '#development'],
  },
  server: { rooms: ['url', 'api'], packages: [] },
  emulator: { rooms: ['url', 'api'], packages: [] },
  node: {
    rooms: ['url', 'api', 'emulator', 'server'],
    packages: ['sharp', 'srvx', 'heic-decode', 'node:'],
  },
  vite: {
    rooms: ['url', 'api', 'emulator', 'server', 'node'],
    packages: ['vite', 'node:'],
  },
  cli: { rooms: ['url', 'api', 'emulator', 'server', 'node'], packages: ['node:'] },
}

const doors = ['index.ts', 'url.ts', 'server.ts', 'emulator.ts', 'node.ts', 'vite.ts']

const text = (file: string) => readFileSync(join(src, file), 'utf8')

/** The code without comments, so that an example in a comment is not taken for an import. */
const code = (file: string) =>
  text(file)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')

const imports = (file: string) =>
  ts.preProcessFile(text(file)).importedFiles.map(({ fileName }) => fileName)

const roomOf = (file: string) => (file.includes('/') ? file.split('/')[0]! : 'door')

test('every file stands in a room or is a door', () => {
  const strangers = files.filter(
    (file) =>
      !doors.includes(file) && !(roomOf(file) in stairs) && !file.endsWith('.d.ts'),
  )
  expect(strangers).toEqual([])
})

test.each(Object.keys(stairs))('%s imports only what stands below it', (room) => {
  const { rooms, packages } = stairs[room]!
  const wrong = files
    .filter((file) => roomOf(file) === room)
    .flatMap((file) =>
      imports(file)
        .filter((specifier) => {
          if (!specifier.startsWith('.')) {
            return !packages.some((name) => isFrom(specifier, name))
          }
          const other = roomOf(relative(src, resolve(src, dirname(file), specifier)))
          return other !== room && !rooms.includes(other)
        })
        .map((specifier) => `${file} imports ${specifier}`),
    )
  expect(wrong).toEqual([])
})

test('relative imports end in .ts, .tsx or .css', () => {
  const wrong = files.flatMap((file) =>
    imports(file)
      .filter(
        (specifier) => specifier.startsWith('.') && !/\.(tsx?|css)$/.test(specifier),
      )
      .map((specifier) => `${file} imports ${specifier}`),
  )
  expect(wrong).toEqual([])
})

test('the rooms without a DOM never name one', () => {
  const wrong = files
    .filter((file) => ['api', 'url', 'server', 'emulator'].includes(roomOf(file)))
    .filter((file) =>
      /\b(window|document|localStorage|XMLHttpRequest)\b[.(\s]/.test(bare(file)),
    )
  expect(wrong).toEqual([])
})

test('only the rooms that run on Node read the environment', () => {
  const wrong = files.filter(
    (file) =>
      !['node', 'vite', 'cli'].includes(roomOf(file)) &&
      file !== 'api/isDevelopment.browser.ts' &&
      /\bprocess\.env\b/.test(bare(file)),
  )
  expect(wrong).toEqual([])
})

test('the rooms of a browser never name the token', () => {
  const wrong = files
    .filter((file) => ['display', 'upload', 'manage', 'provider'].includes(roomOf(file)))
    .filter((file) => /apiToken|apiKey|CLOUDFLARE_API/.test(code(file)))
  expect(wrong).toEqual([])
})

const hooks = /\b(use[A-Z]\w*|use|createContext)\s*(<[^>]*>)?\(/
const behindDelivery = ['display/useDelivery.ts', 'display/useDelivery.react-server.ts']
const callsReact = (file: string) =>
  (imports(file).includes('react') || imports(file).includes('@tanstack/react-query')) &&
  hooks.test(
    code(file).replaceAll(
      /^import[\s\S]*?from '[^']+'$|\buse(?:Delivery|Csp|ImageRef)\b/gm,
      '',
    ),
  )
const isClient = (file: string) => text(file).startsWith("'use client'")

test("a file that calls React's hooks says 'use client'", () => {
  const wrong = files.filter(
    (file) =>
      callsReact(file) &&
      !isClient(file) &&
      !behindDelivery.includes(file) &&
      exposed(file),
  )
  expect(wrong).toEqual([])
})

test("no file whose functions a server calls says 'use client'", () => {
  const called = files.filter(
    (file) =>
      ['api', 'url', 'server', 'emulator', 'node', 'vite', 'cli'].includes(
        roomOf(file),
      ) ||
      doors.includes(file) ||
      behindDelivery.includes(file) ||
      /(VariantImage|ResponsiveImage|ResponsivePicture|getImageProps|withDelivery|ueryOptions|imageKeys)\.tsx?$/.test(
        file,
      ),
  )
  expect(called.filter(isClient)).toEqual([])
})

test('no file is longer than 250 lines, but for tables', () => {
  const tables = ['api/cloudflareErrors.ts', 'url/optionTable.ts']
  const long = files
    .filter((file) => !tables.includes(file))
    .map((file) => ({ file, lines: text(file).split('\n').length }))
    .filter(({ lines }) => lines > 250)
  expect(long).toEqual([])
})

/** What is started, not imported. */
const programs = ['cli/main.ts', 'upload/pictureWorker.ts']

test('a file is named like something it exports', () => {
  const wrong = files.filter((file) => {
    if (doors.includes(file) || programs.includes(file) || file.endsWith('.d.ts'))
      return false
    const name = file.split('/').at(-1)!.split('.')[0]!
    return !new RegExp(`export [^=\\n]*\\b${name}\\b`, 'i').test(code(file))
  })
  expect(wrong).toEqual([])
})

test('the doors of package.json are the doors in src', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, { 'react-cloudflare-images-source'?: unknown }>
  }
  const sources = Object.values(manifest.exports)
    .map((entry) => entry['react-cloudflare-images-source'])
    .filter((path) => typeof path === 'string' && path.endsWith('.ts'))
  expect(sources.toSorted()).toEqual(doors.map((door) => `./src/${door}`).toSorted())
})

test('the top level holds what the plan of the house names', () => {
  const entries = readdirSync(root).filter((name) => !name.startsWith('.'))
  const plan =
    `CHANGELOG.md CONTRIBUTING.md LICENSE README.md package-lock.json package.json
    src stories test tsconfig.build.json tsconfig.json vite.config.ts`.split(/\s+/)
  const made = ['node_modules', 'dist', 'coverage']
  expect(entries.filter((name) => !made.includes(name)).toSorted()).toEqual(
    plan.toSorted(),
  )
})

/** The code without comments and texts. */
function bare(file: string): string {
  return code(file).replaceAll(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''")
}

function isFrom(specifier: string, name: string): boolean {
  return name.endsWith(':')
    ? specifier.startsWith(name)
    : specifier === name || specifier.startsWith(`${name}/`)
}

/** Whether a door reaches the file without passing another that says 'use client'. */
function exposed(file: string): boolean {
  return reached.has(file)
}

const reached = new Set<string>()
const visit = (file: string) => {
  if (reached.has(file) || !files.includes(file)) return
  reached.add(file)
  if (isClient(file)) return
  for (const specifier of imports(file)) {
    if (specifier === '#delivery') visit(behindDelivery[1]!)
    if (specifier.startsWith('.'))
      visit(relative(src, resolve(src, dirname(file), specifier)))
  }
}
doors.forEach(visit)
