import { expect, test } from 'vitest'
import { themeProps } from '../../src/api/Theme.ts'

test('a token becomes the custom property of its name', () => {
  const theme = { scheme: 'dark', colorAccentText: '#fff', radius: '1rem' } as const
  expect(themeProps(theme)).toEqual({
    'data-rci-scheme': 'dark',
    style: { '--rci-color-accent-text': '#fff', '--rci-radius': '1rem' },
  })
})

test('what is no word is no token, since names stand in markup as they are', () => {
  const names = ['radius:0;background', 'a b', '', 'x}', '"', 'font-size', 'é']
  const theme = Object.fromEntries(names.map((name) => [name, 'red']))
  expect(themeProps(theme as object)).toEqual({ style: {} })
})
