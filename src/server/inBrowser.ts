/** What a bundle for browsers gets in place of this door: a page that fails, and not one with a token in it. */
export function inBrowser(): never {
  throw new Error(
    'react-cloudflare-images/server holds your API token and decides who may do what, so it must not reach a browser. Import it from code that runs on the server; in React use react-cloudflare-images.',
  )
}

inBrowser()
