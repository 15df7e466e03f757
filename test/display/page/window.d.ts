interface Window {
  /** Sum of the layout shifts that the page has seen. */
  shift: number
  /** Takes everything off the page, as a router does. */
  leave: () => void
  /** The names of all stories that the page can show. */
  stories: readonly string[]
}
