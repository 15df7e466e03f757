import { useRef, useState } from 'react'
import { ImageState, isImagesError } from 'react-cloudflare-images'
import { deliveryUrl, parseOptions } from 'react-cloudflare-images/url'
import { delivery } from '../delivery.ts'

/** The values of a URL's options as they are typed; what is empty is left out. */
export type TypedOptions = Readonly<Record<string, string | number | boolean | undefined>>

/** A picture as the options make it, and the URL to copy; or what is wrong with them. */
export function OptionsPlayground(typed: TypedOptions) {
  const [copied, setCopied] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const outcome = read(typed)
  if ('error' in outcome) return <p role="alert">{outcome.error}</p>
  const { url } = outcome
  const full = new URL(url, location.href).href
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(full)
      setCopied(full)
    } catch {
      // Without https or the user's leave there is no clipboard: the URL is selected, to be copied by hand.
      field.current?.focus()
    }
  }
  return (
    <figure style={{ display: 'grid', gap: '1rem', justifyItems: 'start', margin: 0 }}>
      <ImageState fallback="No picture comes from this URL." key={url}>
        <img src={url} alt="A painted portrait" style={{ maxWidth: '100%' }} />
      </ImageState>
      <figcaption style={{ display: 'flex', gap: '0.5rem', width: '100%' }}>
        <input
          aria-label="URL"
          ref={field}
          readOnly
          value={full}
          onFocus={({ target }) => target.select()}
          style={{ flex: 1, font: '0.8rem ui-monospace, monospace', minWidth: 0 }}
        />
        <button type="button" onClick={() => void copy()}>
          {copied === full ? 'Copied' : 'Copy'}
        </button>
      </figcaption>
    </figure>
  )
}

/** The URL that the options make; they are read as the text of a URL is, so that mistakes are explained alike. */
function read(typed: TypedOptions): { url: string } | { error: string } {
  const text = Object.entries(typed)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join(',')
  try {
    return {
      url: deliveryUrl(delivery, 'samples/portrait', text ? parseOptions(text) : {}),
    }
  } catch (error) {
    if (isImagesError(error)) return { error: error.message }
    throw error
  }
}
