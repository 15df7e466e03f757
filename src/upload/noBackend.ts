import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'

/** The error of a hook or component that was given no backend. */
export const noBackend = (): ImagesError =>
  new ImagesError(
    'no-provider',
    isDevelopment
      ? `Uploads have no backend, so no file can be sent. Put the app below a provider:
  import { ImagesProvider } from 'react-cloudflare-images'
  <ImagesProvider endpoint="/api/images">
  </ImagesProvider>
or give \`endpoint\`, \`api\` or \`requestUpload\`.`
      : 'Wrap the app in <ImagesProvider endpoint="/api/images">.',
  )
