import { act, renderHook } from '@testing-library/react'
import { useImageSelection } from 'react-cloudflare-images'
import type { CloudflareImage } from 'react-cloudflare-images'
import { expect, test } from 'vitest'

const imagesOf = (ids: string): CloudflareImage[] =>
  Array.from(ids, (id) => ({
    id,
    filename: `${id}.png`,
    uploaded: '2026-01-01T00:00:00.000Z',
    requireSignedURLs: false,
    meta: {},
  }))

function renderSelection() {
  const { result, rerender } = renderHook(({ ids }) => useImageSelection(imagesOf(ids)), {
    initialProps: { ids: 'abcdef' },
  })
  const selected = () => result.current.selected.map(({ id }) => id).join('')
  return { result, rerender, selected }
}

test('chooses in the order of the list, whatever the order of the clicks', () => {
  const { result, selected } = renderSelection()
  act(() => result.current.toggle('d'))
  act(() => result.current.toggle('b'))
  expect(selected()).toBe('bd')
  expect(result.current.isSelected('d')).toBe(true)
  act(() => result.current.toggle('d'))
  expect(selected()).toBe('b')
})

test('chooses a range from the last toggled one, forwards and backwards', () => {
  const { result, selected } = renderSelection()
  act(() => result.current.toggle('c'))
  act(() => result.current.selectTo('e'))
  expect(selected()).toBe('cde')
  act(() => result.current.selectTo('a'))
  expect(selected()).toBe('abcde')
})

test('chooses one where a range has no beginning, or its beginning has gone', () => {
  const { result, rerender, selected } = renderSelection()
  act(() => result.current.selectTo('b'))
  expect(selected()).toBe('b')
  rerender({ ids: 'acdef' })
  act(() => result.current.selectTo('d'))
  expect(selected()).toBe('d')
})

test('leaves out what has gone from the list', () => {
  const { result, rerender, selected } = renderSelection()
  act(() => result.current.selectAll())
  expect(selected()).toBe('abcdef')
  rerender({ ids: 'ace' })
  expect(selected()).toBe('ace')
  act(() => result.current.clear())
  expect(selected()).toBe('')
})
