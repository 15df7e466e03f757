import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorLabels } from 'react-cloudflare-images'
import { optionTable } from 'react-cloudflare-images/url'
import type { OptionRow } from 'react-cloudflare-images/url'
import { endpoints } from '../../src/api/endpoints.ts'
import { errorCodes } from '../../src/api/errorCodes.ts'
import { routes } from '../../src/api/routes.ts'
import type { Route } from '../../src/api/routes.ts'
import { callRows, optionRows, otherRows } from '../emulator/fidelityTable.ts'
import type { FidelityRow } from '../emulator/fidelityTable.ts'
import { levelOf } from '../openapi/levelOf.ts'

const root = join(import.meta.dirname, '../..')

/** The README with its shown files and its tables as the source has them now. */
export async function fillReadme(text: string): Promise<string> {
  let filled = text
  for (const [, path] of text.matchAll(/<!-- file: (\S+) -->/g)) {
    const code = await readFile(join(root, path!), 'utf8')
    const language = path!.split('.').at(-1)!
    filled = put(filled, `file: ${path}`, `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``)
  }
  filled = put(filled, 'options', optionsTable())
  filled = put(filled, 'routes', routesTable())
  filled = put(filled, 'fidelity', fidelityTables())
  return put(filled, 'codes', codesTable())
}

/** Replaces what stands between a marker and its end, or adds the end where there is none yet. */
function put(text: string, marker: string, content: string): string {
  const begin = `<!-- ${marker} -->`
  const end = '<!-- end -->'
  const from = text.indexOf(begin)
  const upTo = text.indexOf(end, from)
  const next = text.indexOf('<!-- ', from + begin.length)
  const rest = upTo !== -1 && upTo === next ? upTo + end.length : from + begin.length
  return `${text.slice(0, from)}${begin}\n\n${content}\n\n${end}${text.slice(rest)}`
}

const markdown = (heading: string[], rows: string[][]): string =>
  [heading, heading.map(() => '---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')

function optionsTable(): string {
  const rows = Object.entries(optionTable as Record<string, OptionRow>).map(
    ([name, row]) => [
      `\`${name}\`${row.aliases ? ` (${row.aliases.map((alias) => `\`${alias}\``).join(', ')})` : ''}`,
      valuesOf(row),
      row.default ?? '–',
      `${row.about}${row.experimental ? ' *Inferred, not documented.*' : ''}`,
    ],
  )
  return markdown(['option', 'values', 'default', ''], rows)
}

function valuesOf(row: OptionRow): string {
  const words = row.words?.map((word) => `\`${word}\``) ?? []
  switch (row.kind) {
    case 'integer':
    case 'number': {
      const range = row.max === undefined ? `from ${row.min}` : `${row.min} to ${row.max}`
      return [...words, range].join(', ')
    }
    case 'integers':
      return [...words, `several, ${row.min} to ${row.max}`].join(', ')
    case 'choice':
      return row.values.map((value) => `\`${value}\``).join(', ')
    case 'color':
      return 'a CSS colour'
    case 'point':
      return [...words, 'a point, 0 to 1'].join(', ')
    case 'trim':
      return [...words, 'pixels or fractions'].join(', ')
  }
}

/** How near the emulator is to Cloudflare, row by row, and counted. */
function fidelityTables(): string {
  const calls = Object.entries(callRows).map(([name, row]): [string, FidelityRow] => {
    const { method, path } = endpoints[name as keyof typeof endpoints]
    return [`\`${method} ${path}\``, row]
  })
  const options = Object.entries(optionRows).map(([name, row]): [string, FidelityRow] => [
    `\`${name}\``,
    row,
  ])
  const all = [...calls, ...options, ...Object.entries(otherRows)]
  const count = (level: FidelityRow['level']) =>
    all.filter(([, row]) => row.level === level).length
  const counted = `${count('exact')} exact, ${count('approximate')} approximate, ${count('refused')} refused.`
  const table = markdown(
    ['what', 'fidelity', ''],
    all.map(([what, { level, about, flagged }]) => [
      what,
      level,
      `${about}${flagged === undefined ? '' : '; says so in `cf-emulator`'}` || '–',
    ]),
  )
  return `${counted}\n\n<details><summary>Call by call, option by option</summary>\n\n${table}\n\n</details>`
}

function routesTable(): string {
  const bodies: Partial<Record<keyof typeof routes, string>> = {
    mint: '`{ filename, type, size, facts?, metadata? }`',
    list: '`cursor`, `limit`, `sort`, `urls`, `meta.<field>[op]`',
    get: '`urls`',
    update: '`{ metadata?, alt?, focalPoint?, requireSignedURLs? }`',
    deleteMany: '`{ ids }`, 500 at most',
    signedUrls: '`{ ids, variants }`, 100 ids at most',
    confirm: '`{ ids }`',
    find: '`sha`',
    proxy: 'multipart `file` and `mint`',
    import: '`{ url, metadata? }`',
    createVariant: "Cloudflare's variant",
    updateVariant: "Cloudflare's variant",
    updateConfig: "Cloudflare's config",
  }
  const rows = Object.entries(routes as Record<string, Route>).map(([name, route]) => [
    `\`${route.method} {endpoint}${route.path && `/${route.path}`}\``,
    bodies[name as keyof typeof routes] ?? '–',
    String(route.status ?? 200),
    levelOf(name as keyof typeof routes) + (route.admin ? ', admin' : ''),
  ])
  return markdown(['call', 'body or query', 'success', 'level'], rows)
}

function codesTable(): string {
  const rows = Object.entries(errorCodes).map(([code, { status, retryable }]) => [
    `\`${code}\``,
    String(status),
    retryable ? 'yes' : 'no',
    errorLabels[code as keyof typeof errorCodes],
  ])
  return markdown(
    ['code', 'status from our server', 'retryable', 'shown to people as'],
    rows,
  )
}
