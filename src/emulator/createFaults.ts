import type { CloudflareHost, Fault } from '../api/Fault.ts'

/** Failures that are waiting to be shown. */
export interface Faults {
  /** Replaces all faults. */
  readonly set: (faults: readonly Fault[]) => void
  /** Ends all faults. */
  readonly clear: () => void
}

/** The faults as the emulator itself uses them. */
export interface FaultQueue extends Faults {
  /** The fault that this request meets, counted down; the first in the list wins. */
  readonly take: (
    host: CloudflareHost,
    request: Pick<Request, 'method' | 'url'>,
  ) => Fault | undefined
}

/** Keeps faults and counts how often each may still happen. */
export function createFaults(initial: readonly Fault[] = []): FaultQueue {
  let waiting: { fault: Fault; left: number }[] = []
  const set = (faults: readonly Fault[]) => {
    waiting = faults.map((fault) => ({
      fault,
      left: fault.times ?? Number.POSITIVE_INFINITY,
    }))
  }
  set(initial)
  return {
    set,
    clear: () => set([]),
    take: (host, { method, url }) => {
      const { pathname } = new URL(url)
      const met = waiting.find(
        ({ fault, left }) =>
          left > 0 &&
          fault.host === host &&
          (fault.method === undefined || fault.method.toUpperCase() === method) &&
          (fault.path === undefined || pathMatches(fault.path, pathname)),
      )
      if (met) met.left -= 1
      return met?.fault
    },
  }
}

/** `match` and not `test`: a pattern with the flag `g` remembers where it was. */
const pathMatches = (path: string | RegExp, pathname: string) =>
  typeof path === 'string' ? pathname.includes(path) : pathname.match(path) !== null
