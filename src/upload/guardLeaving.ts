/** Makes a guard: while it is wanted, the browser asks before the page is left. Nothing stays behind when it is not. */
export function guardLeaving(): (wanted: boolean) => void {
  let isGuarding = false
  return (wanted) => {
    if (wanted === isGuarding || typeof globalThis.addEventListener !== 'function') return
    isGuarding = wanted
    const act = wanted ? globalThis.addEventListener : globalThis.removeEventListener
    act.call(globalThis, 'beforeunload', ask)
  }
}

const ask = (event: Event) => event.preventDefault()
