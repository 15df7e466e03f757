import type { JSX } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { readImageFacts } from '../api/readImageFacts.ts'
import { partClass } from './GalleryLook.ts'
import type { GalleryLook } from './GalleryLook.ts'

interface GalleryCaptionProps {
  /** Absent while the picture is on its way up. */
  image: CloudflareImage | undefined
  /** Stands in for the name of the image's file. */
  name: string
  look: GalleryLook
}

/** What stands below a picture: the name of its file, and its size in pixels where that is known. */
export function GalleryCaption({ image, name, look }: GalleryCaptionProps): JSX.Element {
  const facts = image && readImageFacts(image)
  const filename = image?.filename || name
  return (
    <div className={partClass(look, 'caption')}>
      <div className={partClass(look, 'name')} title={filename}>
        {filename}
      </div>
      {facts && (
        <div className={partClass(look, 'detail')}>
          {look.labels.dimensions(facts.w, facts.h)}
        </div>
      )}
    </div>
  )
}
