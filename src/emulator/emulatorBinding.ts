import type { HostedImage, HostedImagePage } from '../api/HostedImage.ts'
import { limits } from '../api/limits.ts'
import { bindingImage } from './bindingImage.ts'
import { bindingImageHandle } from './bindingImageHandle.ts'
import { bindingQuery } from './bindingQuery.ts'
import { bindingError, createBindingCall } from './createBindingCall.ts'
import type { Emulator } from './Emulator.ts'
import type {
  BindingImageFields,
  BindingUploadOptions,
  ImagesBinding,
} from './ImagesBinding.ts'

/**
 * A stand-in for a Worker's `env.IMAGES`: its `hosted` keeps images in the emulator. Errors are as the binding's are,
 * an `Error` with Cloudflare's number as `code`.
 *
 * @example
 * ```ts
 * import { createEmulator, emulatorBinding } from 'react-cloudflare-images/emulator'
 *
 * const env = { IMAGES: emulatorBinding(createEmulator()) }
 * const { id, uploadURL } = await env.IMAGES.hosted.createDirectUpload({ creator: 'ada' })
 * ```
 * @see https://developers.cloudflare.com/images/storage/binding/
 */
export function emulatorBinding(emulator: Emulator): ImagesBinding {
  const call = createBindingCall(emulator)
  return {
    hosted: {
      upload: async (image, options = {}) => {
        const form = formOf(options)
        form.set('file', await fileOf(image, options))
        return bindingImage(await call<HostedImage>('upload', { body: form }))
      },

      list: async (options = {}) => {
        const query = bindingQuery(options)
        const { images, continuation_token: cursor } = await call<HostedImagePage>(
          'list',
          { query },
        )
        return {
          images: images.map(bindingImage),
          ...(cursor && { cursor }),
          listComplete: !cursor,
        }
      },

      createDirectUpload: async ({
        expiresIn = limits.expiresIn.default,
        ...options
      } = {}) => {
        const { min, max } = limits.expiresIn
        if (!Number.isInteger(expiresIn) || expiresIn < min || expiresIn > max) {
          throw bindingError(
            5400,
            `expiresIn must be a whole number from ${min} to ${max}`,
          )
        }
        const form = formOf(options)
        // The API takes neither end of the range, the binding takes both.
        const seconds = Math.min(max - 1, Math.max(min + 1, expiresIn))
        form.set('expiry', new Date(emulator.now() + seconds * 1000).toISOString())
        return call('directUpload', { body: form })
      },

      image: (id) => bindingImageHandle(id, { emulator, call }),
    },
  }
}

const formOf = ({
  id,
  requireSignedURLs = false,
  metadata,
  creator,
}: BindingImageFields & { id?: string | undefined }) => {
  const form = new FormData()
  if (id !== undefined) form.set('id', id)
  form.set('requireSignedURLs', String(requireSignedURLs))
  if (metadata !== undefined) form.set('metadata', JSON.stringify(metadata))
  if (creator !== undefined) form.set('creator', creator)
  return form
}

const fileOf = async (
  image: ReadableStream<Uint8Array> | ArrayBuffer,
  { filename = 'image', encoding }: BindingUploadOptions,
) => {
  const bytes = await new Response(image as BodyInit).arrayBuffer() // the types of fetch differ on streams of bytes
  if (encoding !== 'base64') return new File([bytes], filename)
  const text = atob(new TextDecoder().decode(bytes))
  return new File(
    [Uint8Array.from(text, (character) => character.charCodeAt(0))],
    filename,
  )
}
