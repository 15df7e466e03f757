'use client'
import { useState } from 'react'
import type { JSX } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { Delivery } from '../url/Delivery.ts'
import { imageUrl } from '../url/imageUrl.ts'
import { nameOf } from './nameOf.ts'
import type { ImageDetailsPart } from './ImageDetails.tsx'
import type { ImageDetailsLabels } from './imageDetailsLabels.ts'
import type { ManageLook } from './useManageLook.ts'

interface DetailsCopyProps {
  image: CloudflareImage
  look: ManageLook<ImageDetailsLabels, ImageDetailsPart>
  delivery: Delivery | undefined
}

/** Copies the URL of a picture in a variant, or the markup that shows it. */
export function DetailsCopy({
  image,
  look: { labels, part },
  delivery,
}: DetailsCopyProps): JSX.Element | null {
  const urls = urlsOf(image, delivery)
  const names = Object.keys(urls).sort() // Cloudflare sends them in any order
  const [chosen, choose] = useState(names[0] ?? '')
  const [asked, setAsked] = useState({ text: '', isCopied: false })
  const name = names.includes(chosen) ? chosen : (names[0] ?? '')
  const url = urls[name]
  if (url === undefined) return null
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setAsked({ text, isCopied: true })
    } catch {
      // Without https or the user's leave there is no clipboard.
      setAsked({ text, isCopied: false })
    }
  }
  const full = new URL(url, globalThis.location?.href ?? 'https://imagedelivery.net').href
  const markup = `<img src="${escape(full)}" alt="${escape(nameOf(image))}">`
  // What cannot be copied can be selected.
  const answer = asked.isCopied ? labels.copied : asked.text
  const button = { type: 'button', className: part('button') } as const
  return (
    <div className={part('copy')}>
      <label className={part('field')}>
        {labels.variant}
        <select value={name} onChange={({ target }) => choose(target.value)}>
          {names.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <button {...button} onClick={() => void copy(full)}>
        {labels.copyUrl}
      </button>
      <button {...button} onClick={() => void copy(markup)}>
        {labels.copyMarkup}
      </button>
      <output>{[full, markup].includes(asked.text) && answer}</output>
    </div>
  )
}

/** The picture's URLs by variant: those that the backend sent, and those that can be made. */
function urlsOf(
  image: CloudflareImage,
  delivery: Delivery | undefined,
): Readonly<Record<string, string>> {
  const sent = Object.fromEntries(
    (image.variants ?? []).map((url) => [url.split('/').at(-1) ?? '', url]),
  )
  if (!delivery || image.requireSignedURLs) return { ...sent, ...image.urls }
  const made = Object.keys(delivery.variants).map((name) => [
    name,
    imageUrl(delivery, image.id, name),
  ])
  return { ...sent, ...Object.fromEntries(made), ...image.urls }
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
