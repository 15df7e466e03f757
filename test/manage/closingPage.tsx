import { createRoot } from 'react-dom/client'
import { createImagesApi, ImageGallery, ImagesProvider } from 'react-cloudflare-images'

/** A page of an app in a frame of its own, which can be closed. */
export function openPage(user: string, undo = true): void {
  createRoot(document.body).render(
    <ImagesProvider api={createImagesApi({ headers: { 'x-demo-user': user } })}>
      <ImageGallery undo={undo} />
    </ImagesProvider>,
  )
}
