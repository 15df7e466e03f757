/** Runs work one at a time per key, in the order of asking. */
export type Lock = <TResult>(
  key: string,
  work: () => Promise<TResult>,
) => Promise<TResult>

/**
 * Makes a lock with a queue per key.
 *
 * Reading, deciding and writing are three steps; two uploads to one single-use URL must not both pass the second.
 */
export function createLock(): Lock {
  const tails = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = tails.get(key)
    const turn = (before ?? Promise.resolve()).then(work, work)
    const settled = turn.catch(() => undefined)
    tails.set(key, settled)
    await settled
    if (tails.get(key) === settled) tails.delete(key)
    return turn
  }
}
