/** Tells whether the browser is online, and when that changes. */
export interface NetworkWatch {
  readonly isOnline: () => boolean
  /** Listens, or stops to: nothing is left behind while there is nothing to do. */
  readonly watch: (wanted: boolean) => void
}

/** Makes a watch over the browser's own word; where there is none, as on a server, the network is taken to be there. */
export function watchNetwork(onChange: () => void): NetworkWatch {
  let watching = false
  return {
    isOnline: () => globalThis.navigator?.onLine !== false,
    watch: (wanted) => {
      if (wanted === watching || typeof globalThis.addEventListener !== 'function') return
      watching = wanted
      const act = wanted ? globalThis.addEventListener : globalThis.removeEventListener
      act.call(globalThis, 'online', onChange)
      act.call(globalThis, 'offline', onChange)
    },
  }
}
