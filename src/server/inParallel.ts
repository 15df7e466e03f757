/** How many calls run at the same time; a Worker may have no more connections open. */
const lanes = 6

/** Does the same with every item, a few at a time, in the given order. */
export async function inParallel<TItem>(
  items: readonly TItem[],
  run: (item: TItem) => Promise<void>,
): Promise<void> {
  const left = items.values()
  const lane = async () => {
    for (const item of left) await run(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
