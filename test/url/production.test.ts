import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What the calls of production.ts do in a plain Node. */
let results: Record<string, unknown>
beforeAll(() => {
  const condition = process.env['TEST_DIST']
    ? []
    : ['--conditions', 'react-cloudflare-images-source']
  const output = execFileSync(
    process.execPath,
    ['--import', 'tsx', ...condition, join(import.meta.dirname, 'production.ts')],
    { cwd: root, encoding: 'utf8' },
  )
  results = JSON.parse(output) as Record<string, unknown>
}, 60_000)

describe('a production build', () => {
  test('leaves ranges unchecked, so that nothing breaks that Cloudflare may one day accept', () => {
    expect(results).toMatchObject({ negative: 'width=-5', huge: 'width=12001' })
  })

  test.each([
    'notANumber',
    'infinite',
    'unknown',
    'unknownName',
    'object',
    'nullish',
    'candidate',
    'slot',
  ])('refuses what would make a broken URL: %s', (name) => {
    expect(results[name]).toMatchObject({ code: 'invalid-options' })
  })

  test('lets no value out of its option', () => {
    expect(results).toMatchObject({
      injected: 'background=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E',
      smuggled: 'background=red%2Cwidth%3D1%2F..%2Fx%3Fy%23z',
      halfCharacter: 'background=%EF%BF%BD',
    })
  })

  test('still writes a last part, and refuses wrong ids and variants', () => {
    expect(results['nothing']).toMatch(/\/ada\/format=auto$/)
    expect(results).toMatchObject({
      dots: { code: 'invalid-id' },
      empty: { code: 'invalid-id' },
      variant: { code: 'unknown-variant' },
    })
  })

  test('says in few words what is wrong with a value, for the long ones are left out of the bundle', () => {
    expect(results['unknown']).toHaveProperty(
      'message',
      expect.stringContaining('in a Worker'),
    )
    const { unknown: _, unknownName: __, ...others } = results
    const messages = Object.values(others).flatMap((result) =>
      typeof result === 'object' ? [result as { message: string }] : [],
    )
    expect(messages.length).toBeGreaterThan(0)
    for (const { message } of messages) expect(message.length).toBeLessThan(40)
  })
})
