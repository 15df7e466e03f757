/** How an undo window closed: its time is over, somebody took the deletion back, or the page is going away. */
type UndoOutcome = 'elapsed' | 'undone' | 'leaving'

/** The deletions that can still be taken back. Members are function properties, so they pass unbound. */
export interface UndoWindows {
  /**
   * Holds these ids back for so many milliseconds. Until they are released the same ids share one window, so that a
   * deletion that is sent again after a failure does not wait again.
   */
  readonly hold: (ids: readonly string[], milliseconds: number) => Promise<UndoOutcome>
  /** Forgets the window of these ids, once their deletion has ended. */
  readonly release: (ids: readonly string[]) => void
  /** Takes back the window that holds `id`, or all. */
  readonly undo: (id?: string) => void
  readonly subscribe: (listener: () => void) => () => void
  /** Ids in open windows, oldest first; the same array until one opens or closes. */
  readonly getSnapshot: () => readonly string[]
}

interface UndoWindow {
  ids: readonly string[]
  open: boolean
  outcome: Promise<UndoOutcome>
  close: (outcome: UndoOutcome) => void
}

/**
 * Makes the place where deletions wait while they can be taken back. It outlives the component that asked, and sends
 * what is still waiting when the page goes away.
 */
export function createUndoWindows(): UndoWindows {
  const windows = new Set<UndoWindow>()
  const listeners = new Set<() => void>()
  let snapshot: readonly string[] = []

  const changed = () => {
    const open = [...windows].filter((each) => each.open)
    snapshot = open.flatMap((each) => each.ids)
    if (open.length > 0) globalThis.addEventListener?.('pagehide', leave)
    else globalThis.removeEventListener?.('pagehide', leave)
    for (const listener of listeners) listener()
  }

  const open = (ids: readonly string[], milliseconds: number): UndoWindow => {
    const { promise, resolve } = withResolver<UndoOutcome>()
    const timer = setTimeout(() => held.close('elapsed'), milliseconds)
    const held: UndoWindow = {
      ids,
      open: true,
      outcome: promise,
      close: (outcome) => {
        clearTimeout(timer)
        held.open = false
        resolve(outcome)
        changed()
      },
    }
    windows.add(held)
    changed()
    return held
  }

  const closeAll = (outcome: UndoOutcome, id?: string) => {
    for (const held of windows) {
      if (held.open && (id === undefined || held.ids.includes(id))) held.close(outcome)
    }
  }

  const leave = () => closeAll('leaving')
  const find = (ids: readonly string[]) =>
    [...windows].find((held) => ids.every((id) => held.ids.includes(id)))

  return {
    hold: (ids, milliseconds) => (find(ids) ?? open(ids, milliseconds)).outcome,
    release: (ids) => {
      const held = find(ids)
      if (held) windows.delete(held)
    },
    undo: (id) => closeAll('undone', id),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => snapshot,
  }
}

function withResolver<TValue>(): {
  promise: Promise<TValue>
  resolve: (value: TValue) => void
} {
  let resolve: (value: TValue) => void = () => {}
  const promise = new Promise<TValue>((take) => {
    resolve = take
  })
  return { promise, resolve }
}
