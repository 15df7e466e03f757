import type { ApiCall, ApiHandlers } from './ApiCall.ts'
import { successAnswer } from './successAnswer.ts'
import { isCustomId } from './checkCustomId.ts'
import { createImageId } from './createImageId.ts'
import { describeImages } from './describeImages.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import { fetchPicture } from './fetchPicture.ts'
import { findImage } from './findImage.ts'
import { readFile } from './readFile.ts'
import { readForm } from './readForm.ts'
import {
  customIdIsPublic,
  readImageFields,
  readImagePatch,
  textFields,
} from './readImageFields.ts'
import { readJson } from './readJson.ts'
import { Refusal } from './Refusal.ts'
import type { StoredImage } from './Store.ts'
import { refuseTakenId, storeImage } from './storeImage.ts'

/** The calls about one image. @see https://developers.cloudflare.com/api/resources/images/subresources/v1/ */
export const imageCalls: ApiHandlers<'upload' | 'details' | 'edit' | 'delete' | 'blob'> =
  {
    upload: async (call) => {
      const { request, context } = call
      const form = await readForm(request, context.limits.fileSize)
      const fields = readImageFields(textFields(form), context.limits.metadata)
      const file = await uploadedFile(form, context)
      const id = fields.id ?? createImageId(context)
      const image = await context.lock(`image ${id}`, async () => {
        await refuseTakenId(id, context)
        return storeImage({ ...fields, id, ...file }, context)
      })
      return answerImage(call, image)
    },

    details: async (call) =>
      answerImage(call, await findImage(call.parameter, call.context)),

    edit: async (call) => {
      const { request, parameter: id, context } = call
      const patch = readImagePatch(await readJson(request), context.limits.metadata)
      const image = await context.lock(`image ${id}`, async () => {
        const before = await findImage(id, context)
        const after = { ...before, ...patch }
        if (after.requireSignedURLs && isCustomId(id)) throw customIdIsPublic()
        const isMoved =
          context.fidelity.newIdOnAccessChange &&
          after.requireSignedURLs !== before.requireSignedURLs &&
          !isCustomId(id)
        if (after.requireSignedURLs !== before.requireSignedURLs) context.cache.purge(id)
        return isMoved ? move(after, call) : replace(after, call)
      })
      return answerImage(call, image)
    },

    delete: async ({ parameter: id, context }) => {
      await context.lock(`image ${id}`, async () => {
        await findImage(id, context)
        await context.store.delete(id)
      })
      context.cache.purge(id)
      return successAnswer(context.legacy ? { id } : {})
    },

    // The original bytes; a draft has none. [?] for drafts
    blob: async ({ parameter: id, context }) => {
      const image = await findImage(id, context)
      const bytes = image.file && (await context.store.readBytes(id))
      if (!image.file || !bytes) throw new Refusal(5404)
      return new Response(bytes, {
        headers: {
          'content-type': image.file.type,
          'content-length': String(bytes.length),
        },
      })
    },
  }

/** The answer that describes one image. */
export async function answerImage(
  call: Pick<ApiCall, 'request' | 'context'>,
  image: StoredImage,
): Promise<Response> {
  const [described] = await describeImages([image], call)
  return successAnswer(described)
}

/** `file` and `url` exclude each other. [doc] */
const uploadedFile = async (form: FormData, context: EmulatorContext) => {
  const url = form.get('url')
  if (url === null) return readFile(form)
  if (form.has('file'))
    throw new Refusal(5400, { reason: 'file and url must not be sent together' })
  if (typeof url !== 'string') throw new Refusal(5400, { reason: 'url must be a string' })
  return fetchPicture(url, context)
}

const replace = async (image: StoredImage, { context }: ApiCall) => {
  await context.store.write(image)
  return image
}

/** [spec] "returns a new UID": the old id is gone. */
const move = async (image: StoredImage, { context }: ApiCall) => {
  const moved = { ...image, id: createImageId(context) }
  await context.store.write(moved, await context.store.readBytes(image.id))
  await context.store.delete(image.id)
  return moved
}
