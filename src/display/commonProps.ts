import { isDevelopment } from '#development'
import type { ImgProps } from './ImgAttributes.ts'
import type { Source } from './readSource.ts'
import { warnOnce } from './warnOnce.ts'

/** What every picture gets: its words, and when and how urgently it is loaded. */
export function commonProps(
  { facts, id }: Source,
  {
    alt = facts?.alt,
    priority,
  }: { alt?: string | undefined; priority?: boolean | undefined },
): ImgProps {
  if (isDevelopment && alt === undefined) {
    warnOnce(
      `The image ${id} has no words for those who cannot see it. Give alt, or alt="" where it only decorates.`,
    )
  }
  return {
    alt: alt ?? '',
    loading: priority ? 'eager' : 'lazy',
    decoding: 'async',
    ...(priority && { fetchPriority: 'high' }),
  }
}
