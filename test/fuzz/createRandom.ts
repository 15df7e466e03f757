/** A source of chance that repeats itself for the same seed. */
export interface Random {
  /** At least 0 and less than `below`. */
  readonly int: (below: number) => number
  readonly pick: <TItem>(items: readonly TItem[]) => TItem
  /** True in one case of `of`. */
  readonly once: (of: number) => boolean
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  return {
    int,
    pick: (items) => items[int(items.length)]!,
    once: (of) => int(of) === 0,
  }
}
