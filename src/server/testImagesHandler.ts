import { createHandlerTester } from './createHandlerTester.ts'
import { fullChecks } from './fullChecks.ts'
import type { TestImagesHandlerOptions } from './HandlerTester.ts'
import { inParallel } from './inParallel.ts'
import { libraryChecks } from './libraryChecks.ts'
import { uploadChecks } from './uploadChecks.ts'

/**
 * Plays the protocol and the attacks on a backend, in any test runner and on a backend in any language; answers the
 * sentences that hold. It makes images and deletes them again: use an account for tests, or the emulator.
 *
 * @example
 * ```ts
 * import { testImagesHandler } from 'react-cloudflare-images/server'
 *
 * await testImagesHandler(fetch, { level: 'library', endpoint: 'http://localhost:3000/api/images' })
 * ```
 * @throws AggregateError with the sentences that do not hold, each with its reason
 */
export async function testImagesHandler(
  handler: (request: Request) => Promise<Response>,
  options: TestImagesHandlerOptions = {},
): Promise<readonly string[]> {
  const { level = 'full' } = options
  const tester = createHandlerTester(handler, options)
  const held: string[] = []
  const failed: Error[] = []
  const checks = [
    ...uploadChecks,
    ...(level === 'upload' ? [] : libraryChecks),
    ...(level === 'full' ? fullChecks : []),
  ]

  for (const { title, run } of checks) {
    try {
      await run(tester)
      held.push(title)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      failed.push(new Error(`${title}: ${reason}`, { cause }))
    }
  }
  if (level !== 'upload') {
    await inParallel([...tester.made], async ([id, user]) => {
      await tester.call(user, 'DELETE', id)
    })
  }
  if (failed.length === 0) return held
  const list = failed.map(({ message }) => `\n- A backend ${message}`).join('')
  throw new AggregateError(failed, `${failed.length} of ${checks.length} failed:${list}`)
}
