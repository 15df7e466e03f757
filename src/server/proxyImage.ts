import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { describeNewImage } from './describeNewImage.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { parseMintRequest } from './parseMintRequest.ts'
import { readProxyForm } from './readProxyForm.ts'
import { toClientImage } from './toClientImage.ts'

/** Uploads through this server, for when the upload host is out of reach; the bytes pass by as they come. */
export async function proxyImage<TUser extends ImagesUser>(
  call: HandlerCall<TUser>,
): Promise<CloudflareImage> {
  const { user, options, request } = call
  const form = await readProxyForm(request)
  const file = parseMintRequest(form.mint, options.accept)
  const { filename, type } = file
  const described = await describeNewImage(call, file)
  const tooLarge = new ImagesError('file-too-large', 'The file is larger than it says.')
  let left = file.size

  const counted = form.file.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        left -= chunk.length
        if (left < 0) controller.error(tooLarge)
        else controller.enqueue(chunk)
      },
    }),
  )
  const image = await options.images
    .upload(counted, { ...described, filename, type })
    .catch((error: unknown) => {
      throw left < 0 ? tooLarge : error
    })
  const shown = toClientImage(image)
  await options.on?.uploaded?.({ user, image: shown })
  return shown
}
