import type { ComponentPropsWithRef } from 'react'

/** Everything that an `<img>` takes. */
export type ImgProps = ComponentPropsWithRef<'img'>

/** What passes through to the `<img>`: all but what the component decides itself. */
export type ImgAttributes = Omit<
  ImgProps,
  | 'alt'
  | 'children'
  | 'dangerouslySetInnerHTML'
  | 'fetchPriority'
  | 'height'
  | 'id'
  | 'placeholder'
  | 'sizes'
  | 'src'
  | 'srcSet'
  | 'width'
>
