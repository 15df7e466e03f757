import { composeStories, setProjectAnnotations } from '@storybook/react-vite'
import type { ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import preview from '../../../.storybook/preview.tsx'
import * as imageState from '../../../stories/display/ImageState.stories.tsx'
import * as responsiveImage from '../../../stories/display/ResponsiveImage.stories.tsx'
import * as responsivePicture from '../../../stories/display/ResponsivePicture.stories.tsx'
import * as variantImage from '../../../stories/display/VariantImage.stories.tsx'
import * as options from '../../../stories/url/Options.stories.tsx'

/** A story as Storybook shows it, without its play function. */
type Composed = ComponentType & { readonly load: () => Promise<void> }

setProjectAnnotations(preview)
const modules = { imageState, responsiveImage, responsivePicture, variantImage, options }
const stories = new Map<string, Composed>()
for (const [room, module] of Object.entries(modules)) {
  // Modules of different components have no type in common.
  const composed = composeStories(module as never) as Record<string, Composed>
  for (const [name, story] of Object.entries(composed))
    stories.set(`${room}/${name}`, story)
}
window.stories = [...stories.keys()]

const Story = stories.get(location.search.slice(1))
if (Story) {
  await Story.load()
  const root = createRoot(document.querySelector('main')!)
  root.render(<Story />)
  window.leave = () => root.unmount()
}
document.documentElement.dataset['alive'] = 'true'
