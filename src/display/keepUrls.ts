import { cloneElement, isValidElement } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { ImgProps } from './ImgAttributes.ts'

/** What tells one picture from another: its id, or its URL without the signature. */
export function pictureOf(node: ReactNode): string | undefined {
  if (!isValidElement<{ id?: string; src?: string; image?: { id: string } }>(node))
    return undefined
  const { id, src, image } = node.props
  return image?.id ?? src?.replace(signature, '') ?? id
}

/** The URL of an `<img>`. */
export function srcOf(node: ReactNode): string | undefined {
  return isImg(node) ? node.props.src : undefined
}

/** An `<img>` with the URLs that it had at first: a picture that is signed anew is not fetched anew. */
export function keepUrls(first: ReactNode, now: ReactNode): ReactNode {
  if (!isImg(first) || !isImg(now)) return now
  const { src, srcSet } = first.props
  return src && src !== now.props.src && signature.test(src)
    ? cloneElement(now, { src, srcSet })
    : now
}

/** The query of a signed URL. */
const signature = /\?(?:.*&)?sig=.*/

const isImg = (node: ReactNode): node is ReactElement<ImgProps> =>
  isValidElement(node) && node.type === 'img'
