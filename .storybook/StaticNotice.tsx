/** What a visitor of the static build has to know. */
export function StaticNotice({ isAlive }: { isAlive: boolean }) {
  return (
    <p role="note" className="static-notice">
      {isAlive
        ? 'This is a static site: Cloudflare Images and the backend run in a service worker, in your browser. What you upload stays there, and its progress is played, since none passes a service worker.'
        : 'The pictures of these pages need a service worker, and this browser offers none here: it may be a private window, or a page without https. Everything else can be looked at.'}
    </p>
  )
}
