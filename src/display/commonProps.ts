import { isDevelopment } from '#development'
import type { GivenSource } from './GivenSource.ts'
import type { ImgProps } from './ImgAttributes.ts'
import { warnOnce } from './warnOnce.ts'

/** What is said of a picture besides which it is. */
export interface CommonOptions extends GivenSource {
  alt?: string | undefined
  priority?: boolean | undefined
}

/** What every picture gets: its words, and when and how urgently it is loaded. */
export function commonProps(
  options: CommonOptions,
  facts: { alt?: string | undefined } | undefined,
): ImgProps {
  const { alt = facts?.alt, priority } = options
  if (isDevelopment && alt === undefined) {
    warnOnce(
      `The image ${options.image?.id ?? options.id ?? options.src} has no words for those who cannot see it. Give alt, or alt="" where it only decorates.`,
    )
  }
  return {
    alt: alt ?? '',
    loading: priority ? 'eager' : 'lazy',
    fetchPriority: priority ? 'high' : undefined,
    decoding: 'async',
  }
}
