/** A value, and until when it holds, in Unix milliseconds. */
export interface Remembered<TValue> {
  value: TValue
  until: number
}

/** A value that is loaded when it is needed and kept until it ends. */
export interface Memory<TValue> {
  get: () => Promise<TValue>
  forget: () => void
}

/** Milliseconds after which a load is no longer joined: in Workers a load dies with the request that began it. */
const joinable = 5_000

/** Keeps what `load` brings for as long as it holds; callers at the same time share one load. */
export function remember<TValue>(
  load: () => Promise<Remembered<TValue>>,
): Memory<TValue> {
  let known: Remembered<TValue> | undefined
  let loading: { promise: Promise<Remembered<TValue>>; since: number } | undefined

  return {
    get: async () => {
      if (known && Date.now() < known.until) return known.value
      if (!loading || Date.now() - loading.since > joinable) {
        const mine = { since: Date.now(), promise: load() }
        loading = mine
        const settled = () => {
          if (loading === mine) loading = undefined
        }
        mine.promise.then(settled, settled)
      }
      known = await loading.promise
      return known.value
    },
    forget: () => {
      known = undefined
    },
  }
}
