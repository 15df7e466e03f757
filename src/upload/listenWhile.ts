/**
 * Makes a switch: while it is on, these events of the page are heard. Nothing stays behind when it is off, nor where
 * there is no page, as on a server.
 */
export function listenWhile(
  types: readonly string[],
  listener: (event: Event) => void,
): (wanted: boolean) => void {
  let isHeard = false
  return (wanted) => {
    if (wanted === isHeard || typeof globalThis.addEventListener !== 'function') return
    isHeard = wanted
    const act = wanted ? globalThis.addEventListener : globalThis.removeEventListener
    for (const type of types) act.call(globalThis, type, listener)
  }
}
