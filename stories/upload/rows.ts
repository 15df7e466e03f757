/** The input that takes files in a story. */
export function inputOf(element: HTMLElement): HTMLInputElement {
  return element.querySelector<HTMLInputElement>('input[type=file]')!
}

/** The status of each row, in order. */
export function statusesOf(element: HTMLElement): (string | undefined)[] {
  return Array.from(element.querySelectorAll('li'), ({ dataset }) => dataset['status'])
}

/** How long a story waits for the network. */
export const patience = { timeout: 20_000 }
