import { isDevelopment } from '#development'

/** Says something in the console of a development build, once per page, however often a picture renders. */
export function warnOnce(message: string): void {
  if (!isDevelopment || said.has(message)) return
  said.add(message)
  console.warn(`react-cloudflare-images: ${message}`)
}

const said = new Set<string>()
