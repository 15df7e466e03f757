/**
 * Moves the keyboard from a row that is about to go: to the same button of the next row, else of the one before,
 * else to `last`.
 */
export function focusBeside(button: HTMLElement, last: HTMLElement | null): void {
  if (button !== button.ownerDocument.activeElement) return
  const row = button.closest('li')
  const beside = row?.nextElementSibling ?? row?.previousElementSibling
  const next = beside?.querySelector<HTMLElement>('[data-part=remove]') ?? last
  next?.focus()
}
