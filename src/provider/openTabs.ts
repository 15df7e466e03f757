/** What tabs tell each other: ids only, so that nobody sees what their own backend would not show them. */
type Message = { stored: string } | { deleted: readonly string[] }

/** What to do about news of another tab. */
export interface TabsOptions {
  onStored: (id: string) => void | Promise<void>
  onDeleted: (ids: readonly string[]) => void
}

/** The other tabs of this browser that speak to the same backend. */
export interface Tabs {
  tellStored: (id: string) => void
  tellDeleted: (ids: readonly string[]) => void
  close: () => void
}

/** Begins to speak with the other tabs of the same origin; without `BroadcastChannel` nobody hears. */
export function openTabs(endpoint: string, { onStored, onDeleted }: TabsOptions): Tabs {
  if (typeof BroadcastChannel === 'undefined') {
    return { tellStored: () => {}, tellDeleted: () => {}, close: () => {} }
  }
  const channel = new BroadcastChannel(`react-cloudflare-images ${endpoint}`)
  const tell = (message: Message) => channel.postMessage(message)
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('deleted' in data) onDeleted(data.deleted)
    // An image that this tab may not see, or that is gone already, concerns it no more.
    else void Promise.resolve(onStored(data.stored)).catch(() => {})
  })
  return {
    tellStored: (id) => tell({ stored: id }),
    tellDeleted: (ids) => tell({ deleted: ids }),
    close: () => channel.close(),
  }
}
