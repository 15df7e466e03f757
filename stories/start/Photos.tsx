import {
  defineDelivery,
  ImageGallery,
  ImagesProvider,
  ImageUploader,
} from 'react-cloudflare-images'
import 'react-cloudflare-images/styles.css'

// The emulator's. Yours: accountHash from Images > Developer Resources, and no baseUrl.
const delivery = defineDelivery({
  accountHash: 'Emulator_Account_Hash_',
  baseUrl: '/cdn-cgi/imagedelivery',
})

export function Photos() {
  return (
    <ImagesProvider endpoint="/api/images" delivery={delivery}>
      <ImageUploader multiple />
      <ImageGallery />
    </ImagesProvider>
  )
}
