import { expect, test } from 'vitest'
import { parseCommand } from '../../src/cli/parseCommand.ts'

test('nothing asked for is port 8787, images in memory, every account and token', () => {
  expect(parseCommand([])).toEqual({
    task: 'serve',
    fetchUrls: false,
    dryRun: false,
    help: false,
    port: 8787,
    flexible: true,
    program: [],
  })
})

test('options end at --, and the rest belongs to the program', () => {
  const line =
    '-p 0 --dir=.images --no-flexible --account-id a --token t -- npm run dev -- --port 3000'
  expect(parseCommand(line.split(' '))).toEqual({
    task: 'serve',
    fetchUrls: false,
    dryRun: false,
    help: false,
    port: 0,
    dir: '.images',
    accountId: 'a',
    token: 't',
    flexible: false,
    program: ['npm', 'run', 'dev', '--', '--port', '3000'],
  })
})

test.each([
  [['--prot', '1'], "Unknown option '--prot'."],
  [['--port'], "Option '-p, --port <value>' argument missing."],
  [['--port', '99999'], '--port takes a number from 0 to 65535, not "99999".'],
  [['--port', '1e3'], '--port takes a number from 0 to 65535, not "1e3".'],
  [['--port='], '--port takes a number from 0 to 65535, not "".'],
  [['start'], "Unexpected argument 'start'."],
  [['variants', 'pul'], "Unexpected argument 'variants pul'."],
  [['variants', 'push'], 'variants push needs --delivery'],
  [['--'], 'After -- comes the program to run, such as -- npm run dev.'],
])('%j is refused with the reason', (argv, message) => {
  expect(() => parseCommand(argv)).toThrow(
    expect.objectContaining({
      code: 'invalid-options',
      message: expect.stringContaining(message),
    }),
  )
})
