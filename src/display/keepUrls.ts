import { cloneElement, isValidElement } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { ShownImage } from './ImageSource.ts'

/** What says which URLs a picture has: an `<img>`, or a component of ours. */
interface Urls {
  id?: string
  src?: string
  srcSet?: string
  image?: ShownImage
  signedUrls?: Readonly<Record<string, string>>
}

/** What tells one picture from another: its id, or its URL without the signature. */
export function pictureOf(node: ReactNode): string | undefined {
  if (!isPicture(node)) return undefined
  const { id, src, image } = node.props
  return image?.id ?? src?.replace(signature, '') ?? id
}

/** All that says which URLs a picture has, signatures included, as one text. */
export function urlsOf(node: ReactNode): string {
  if (!isPicture(node)) return ''
  const { src, image, signedUrls } = node.props
  return JSON.stringify([src, image?.urls, signedUrls])
}

/** A picture with the URLs that it had at first: one that is signed anew is not fetched anew. */
export function keepUrls(first: ReactNode, now: ReactNode): ReactNode {
  if (!isPicture(first) || !isPicture(now) || urlsOf(first) === urlsOf(now)) return now
  const { src, srcSet, image, signedUrls } = first.props
  if (src) {
    return signature.test(src)
      ? cloneElement(now, { src, ...(srcSet && { srcSet }) })
      : now
  }
  const props: Urls = {}
  if (signedUrls) props.signedUrls = { ...now.props.signedUrls, ...signedUrls }
  if (image && now.props.image)
    props.image = { ...now.props.image, urls: { ...now.props.image.urls, ...image.urls } }
  return cloneElement(now, props)
}

/** The query of a signed URL. */
const signature = /\?(?:.*&)?sig=.*/

const isPicture = (node: ReactNode): node is ReactElement<Urls> => isValidElement(node)
