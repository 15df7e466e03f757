import {
  arabicLabels,
  errorLabels,
  frenchLabels,
  germanLabels,
  spanishLabels,
} from 'react-cloudflare-images'
import { expect, test } from 'vitest'

const packs = {
  ar: arabicLabels,
  de: germanLabels,
  es: spanishLabels,
  fr: frenchLabels,
} as const
const names = Object.keys(packs) as (keyof typeof packs)[]

/** Numbers of every form of a plural in any of the languages. */
const counts = [0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000]

test.each(names)('says every sentence about an error in %s, in its own words', (name) => {
  const { errors } = packs[name]
  expect(Object.keys(errors).toSorted()).toEqual(Object.keys(errorLabels).toSorted())
  for (const [code, sentence] of Object.entries(errors)) {
    expect(sentence).toMatch(/\.$/)
    expect(sentence).not.toBe(errorLabels[code as keyof typeof errorLabels])
  }
})

test.each(names)('counts in %s without a gap', (name) => {
  const { gallery, uploader, picker } = packs[name]
  for (const count of counts) {
    const said = [
      gallery.loaded(count),
      gallery.selected(count),
      gallery.selectAll(count),
      gallery.deleteSelected(count),
      gallery.found(count, count, true),
      gallery.found(count, count, false),
      gallery.deleted(count),
      gallery.notAllDeleted(count),
      uploader.announce({ pending: count + 1, succeeded: count + 1, failed: count + 1 }),
      picker.choose(count),
    ]
    for (const words of said) expect(words).toMatch(/^[^#]+$/)
    expect(said.join()).not.toMatch(/undefined|NaN/)
  }
})

test('takes the form that the number asks for', () => {
  expect([1, 2].map(germanLabels.gallery.loaded)).toEqual(['1 Bild', '2 Bilder'])
  expect([0, 1, 2].map(frenchLabels.gallery.loaded)).toEqual([
    '0 image',
    '1 image',
    '2 images',
  ])
  expect(spanishLabels.gallery.loaded(1)).toBe('1 imagen')
  expect(spanishLabels.gallery.loaded(1_000_000)).toBe('1.000.000 de imágenes')
  // One, a pair, three to ten, eleven to ninety-nine, a hundred: five words in Arabic.
  const [one, pair, few, many, hundred] = [1, 2, 3, 11, 100].map(
    arabicLabels.gallery.loaded,
  )
  expect([one, pair]).toEqual(['صورة واحدة', 'صورتان'])
  expect(few).toMatch(/ صور$/)
  expect(many).toMatch(/ صورة$/)
  expect(hundred).toMatch(/ صورة$/)
})

test('measures as the language does, in units of a thousand', () => {
  expect(germanLabels.uploader.size(1_234_567)).toMatch(/^1,2\sMB$/)
  expect(germanLabels.uploader.size(999)).toMatch(/^999\sByte$/)
  expect(spanishLabels.uploader.size(2_000)).toMatch(/^2\skB$/)
  expect(frenchLabels.uploader.size(10_000_000)).toMatch(/^10\sMo$/)
  expect(germanLabels.uploader.percent(0.999)).toMatch(/^99\s%$/)
  expect(
    germanLabels.uploader.hint({ formats: ['JPEG', 'PNG', 'GIF'], maxSize: '10 MB' }),
  ).toBe('JPEG, PNG oder GIF, je bis 10 MB')
})
