import { QueryClient } from '@tanstack/react-query'
import {
  createImagesApi,
  defineDelivery,
  getImageProps,
  imageKeys,
  imageQueryOptions,
  ImageGallery,
  ImagesProvider,
  ImageUploader,
  isImagesError,
  ResponsiveImage,
  useDeleteImage,
  useDirectUpload,
  useImage,
  useImageList,
  VariantImage,
} from 'react-cloudflare-images'
import type { CloudflareImage, ImagesErrorCode } from 'react-cloudflare-images'
import 'react-cloudflare-images/styles.css'
import { deliveryUrl } from 'react-cloudflare-images/url'

const delivery = defineDelivery({
  accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
  variants: { avatar: { width: 192, height: 192, fit: 'cover' } },
})

declare module 'react-cloudflare-images' {
  interface Register {
    delivery: typeof delivery
  }
}

export const urls: string[] = [
  deliveryUrl(delivery, 'ada', 'avatar'),
  deliveryUrl(delivery, 'ada', { width: 640, fit: 'cover' }),
  // @ts-expect-error the account has no such variant
  deliveryUrl(delivery, 'ada', 'avatr'),
]

export const pictures = [
  <VariantImage key={1} id="ada" variant="avatar" alt="Ada" delivery={delivery} />,
  <VariantImage key={2} id="ada" variant={['avatar', 'public']} alt="Ada" />,
  <ResponsiveImage key={3} id="ada" alt="Ada" width={640} height={480} />,
  // @ts-expect-error the app has registered no such variant
  <VariantImage key={4} id="ada" variant="avatr" alt="Ada" />,
  // @ts-expect-error an image without an alternative text
  <VariantImage key={5} id="ada" variant="avatar" />,
  // @ts-expect-error two pictures in one
  <VariantImage key={6} id="ada" src="/ada.jpg" variant="avatar" alt="Ada" />,
]

export const { src, srcSet, sizes } = getImageProps({
  id: 'ada',
  alt: 'Ada',
  width: 640,
  height: 480,
  delivery,
})

export function App() {
  return (
    <ImagesProvider endpoint="/api/images" delivery={delivery} theme="dark">
      <ImageUploader multiple onValueChange={(ids: string[]) => console.log(ids)} />
      <ImageGallery />
      <Album />
    </ImagesProvider>
  )
}

function Album() {
  const { images, hasNextPage, fetchNextPage } = useImageList()
  const { data } = useImage('ada')
  const { mutate } = useDeleteImage()
  const { uploads, upload, cancel } = useDirectUpload({ maxFiles: 3 })
  const first: CloudflareImage | undefined = data ?? images[0]
  return (
    <ul onClick={() => void (hasNextPage && fetchNextPage())}>
      {uploads.map((each) => (
        <li key={each.id} onClick={() => cancel(each.id)}>
          {each.status === 'uploading' && each.name}
          {each.status === 'error' && each.error.code}
        </li>
      ))}
      {first && <li onClick={() => mutate(first.id)}>{first.filename}</li>}
      <li onClick={() => upload([new File([], 'empty.png')])} />
    </ul>
  )
}

export async function load(queryClient: QueryClient): Promise<ImagesErrorCode | string> {
  const api = createImagesApi({ endpoint: '/api/images' })
  try {
    await queryClient.invalidateQueries({ queryKey: imageKeys.all(api) })
    const image = await queryClient.fetchQuery(imageQueryOptions(api, 'ada'))
    return image.filename
  } catch (error) {
    if (isImagesError(error)) return error.code
    throw error
  }
}
