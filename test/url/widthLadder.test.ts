import fc from 'fast-check'
import { widthLadder } from 'react-cloudflare-images/url'
import { describe, expect, test } from 'vitest'
import { devices } from './ladder/devices.ts'
import { constrained, fullWidth, overserve, pixels } from './ladder/overserve.ts'
import { unpicLadder } from './ladder/unpicLadder.ts'
import { thrownBy } from './thrownBy.ts'

const mean = (values: number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const everyWidth = Array.from({ length: 1600 - 160 + 1 }, (_, index) => 160 + index)

describe('widthLadder', () => {
  test('offers the width and twice the width of a fixed slot', () => {
    expect(widthLadder({ layout: 'fixed', width: 300 })).toEqual([300, 600])
  })

  test('offers the slot of each viewport exactly, once and twice', () => {
    const widths = widthLadder({ sizes: { base: '100vw', 640: 608, 1024: 604 } })
    expect(widths).toEqual(expect.arrayContaining([604, 608, 1208, 1216]))
    expect(widths.length).toBeLessThanOrEqual(8)
  })

  test('offers a fraction of the rungs to a slot that has a fraction of the viewport', () => {
    const full = widthLadder({ layout: 'fullWidth' })
    expect(widthLadder({ sizes: { base: '50vw' } })).toEqual(
      full.map((width) => width / 2),
    )
    expect(widthLadder({ sizes: { base: 'calc(50vw - 16px)' } })).toEqual(
      full.map((width) => width / 2),
    )
  })

  test('reads lengths in px as numbers', () => {
    expect(widthLadder({ sizes: { base: '300px' } })).toEqual(
      widthLadder({ sizes: { base: 300 } }),
    )
  })

  test('offers nothing for viewports that a slot never has', () => {
    expect(
      Math.max(...widthLadder({ sizes: { base: '100vw', 600: 200 } })),
    ).toBeLessThanOrEqual(1200)
    expect(
      Math.min(
        ...widthLadder({ sizes: { base: 400, 1200: '100vw' } }).filter(
          (width) => width > 800,
        ),
      ),
    ).toBeGreaterThanOrEqual(1200)
  })

  test('never goes above the source, and offers the source itself where more would be asked for', () => {
    expect(widthLadder({ width: 800, maxWidth: 1000 })).toEqual([800, 1000])
    expect(widthLadder({ width: 800, maxWidth: 500 })).toEqual([500])
    expect(widthLadder({ layout: 'fixed', width: 300, maxWidth: 450 })).toEqual([
      300, 450,
    ])
    expect(Math.max(...widthLadder({ layout: 'fullWidth', maxWidth: 2000 }))).toBe(2000)
    expect(Math.max(...widthLadder({ width: 200, maxWidth: 6000 }))).toBe(400)
  })

  test('takes the width of the source for the slot where nothing else is known', () => {
    expect(widthLadder({ maxWidth: 1200 })).toEqual(
      widthLadder({ width: 1200, maxWidth: 1200 }),
    )
  })

  test('stops at the density that is asked for', () => {
    expect(widthLadder({ width: 800, maxDpr: 1 }).at(-1)).toBe(800)
    expect(widthLadder({ layout: 'fixed', width: 300, maxDpr: 1 })).toEqual([300])
    expect(widthLadder({ layout: 'fixed', width: 300, maxDpr: 1.5 })).toEqual([300, 450])
    expect(widthLadder({ layout: 'fixed', width: 300, maxDpr: 3 })).toEqual([
      300, 600, 900,
    ])
  })

  test.each([
    {},
    { width: Number.NaN },
    { width: 0 },
    { width: -5 },
    { width: Infinity },
    { layout: 'fixed' as const },
    { sizes: { base: Number.NaN } },
  ])('refuses a slot without a width: %j', (options) => {
    expect(thrownBy(() => widthLadder(options)).code).toBe('invalid-options')
  })

  test('gives whole pixels in ascending order, none twice and none above 12,000, whatever the slot', () => {
    const size = fc.oneof(
      fc.double({ min: 0.1, max: 1e9, noNaN: true }),
      fc.constantFrom('100vw', '33.3vw', '0vw', '20rem', 'min(100vw, 600px)', 'nonsense'),
    )
    const slots = fc.record(
      {
        layout: fc.constantFrom(
          'constrained' as const,
          'fixed' as const,
          'fullWidth' as const,
        ),
        width: fc.double({ min: 0.1, max: 1e9, noNaN: true }),
        sizes: fc.record(
          { base: size, 640: size, 1024: size },
          { requiredKeys: ['base'] },
        ),
        maxWidth: fc.oneof(fc.integer(), fc.constantFrom(Number.NaN, Infinity)),
        maxDpr: fc.double(),
      },
      { requiredKeys: ['width'] },
    )
    fc.assert(
      fc.property(slots, (slot) => {
        const widths = widthLadder(slot)
        const limit =
          slot.maxWidth !== undefined && slot.maxWidth >= 1 ? slot.maxWidth : 12_000
        expect(widths.length).toBeGreaterThan(0)
        expect(widths).toEqual([...new Set(widths)].toSorted((a, b) => a - b))
        for (const width of widths) {
          expect(Number.isInteger(width)).toBe(true)
          expect(width).toBeGreaterThan(0)
          expect(width).toBeLessThanOrEqual(12_000)
          expect(width).toBeLessThanOrEqual(limit)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the ladder on 39 kinds of screens', () => {
  test('serves constrained slots of 160 to 1600 pixels with at most 6 candidates and 1.02 of the pixels needed', () => {
    const ladders = everyWidth.map((width) => ({ width, ladder: widthLadder({ width }) }))
    expect(mean(ladders.map(({ ladder }) => ladder.length))).toBeLessThanOrEqual(5.8)
    expect(
      mean(
        ladders.map(({ width, ladder }) => overserve(ladder, constrained(width)).mean),
      ),
    ).toBeLessThanOrEqual(1.01)
  })

  test('serves the full width with 9 candidates better than 15 device widths do', () => {
    const ours = widthLadder({ layout: 'fullWidth' })
    const theirs = unpicLadder()
    expect([ours.length, theirs.length]).toEqual([9, 15])
    expect(overserve(ours, fullWidth).mean).toBeLessThanOrEqual(1.08)
    expect(overserve(theirs, fullWidth).mean).toBeGreaterThanOrEqual(1.17)
    expect(overserve(ours, fullWidth).p95).toBeLessThan(overserve(theirs, fullWidth).p95)
  })

  test('is no wider than what is needed where the needs were judged by other people’s shares', () => {
    // A seeded generator: the same 500 re-weightings in every run.
    let state = 20_261_122
    const random = () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32
    const weightings = Array.from({ length: 500 }, () =>
      devices.map(
        ({ share }) =>
          share * Math.exp(1.36 * (random() + random() + random() + random() - 2)),
      ),
    )
    const slots = [240, 320, 400, 600, 700, 800, 1000, 1200, 1400].map(
      (width) =>
        [constrained(width), widthLadder({ width }), unpicLadder(width)] as const,
    )
    const all = [
      ...slots,
      [fullWidth, widthLadder({ layout: 'fullWidth' }), unpicLadder()] as const,
    ]
    const wins = all.map(([slot, ours, theirs]) =>
      mean(
        weightings.map((shares) =>
          pixels(ours, slot, shares) <= pixels(theirs, slot, shares) ? 1 : 0,
        ),
      ),
    )
    expect(wins.filter((share) => share > 0.5).length).toBeGreaterThanOrEqual(9)
    expect(mean(wins)).toBeGreaterThan(0.9)
    const candidates = (index: 1 | 2) => mean(all.map((row) => row[index].length))
    expect(candidates(1) / candidates(2)).toBeLessThan(0.7)
  })
})
