import { limits } from '../api/limits.ts'
import { encodeImageId } from '../url/encodeImageId.ts'
import type { ApiCall, ApiHandlers } from './ApiCall.ts'
import { successAnswer } from './successAnswer.ts'
import { createImageId } from './createImageId.ts'
import { readBody } from './readBody.ts'
import { readForm } from './readForm.ts'
import { readImageFields, textFields } from './readImageFields.ts'
import { readJson } from './readJson.ts'
import { Refusal } from './Refusal.ts'
import { refuseTakenId } from './storeImage.ts'

/**
 * The calls that mint a one-time upload URL.
 *
 * @see https://developers.cloudflare.com/images/storage/upload-images/direct-creator-upload/
 */
export const directUploadCalls: ApiHandlers<'directUpload' | 'directUploadV1'> = {
  directUpload: async (call) => reserve(call, await readFields(call)),
  // [spec] JSON, and no custom ids
  directUploadV1: async (call) => {
    const { id: _, ...fields } = await readJson(call.request)
    return reserve(call, fields)
  },
}

/** A form, or no body at all [obs]; JSON is refused with 5415 [obs]. */
const readFields = async ({ request, context }: ApiCall) => {
  // Over HTTP a body that is none may come as a stream without bytes: curl sends no length with it.
  if (!request.headers.has('content-type')) {
    if (await readBody(request, 0)) return {}
    throw new Refusal(5415)
  }
  return textFields(await readForm(request, context.limits.fileSize))
}

const reserve = async (
  { request, context }: ApiCall,
  given: Readonly<Record<string, unknown>>,
) => {
  const fields = readImageFields(given, context.limits.metadata)
  const draftUntil = readExpiry(given['expiry'], context.now())
  const id = fields.id ?? createImageId(context)
  await context.lock(`image ${id}`, async () => {
    await refuseTakenId(id, context)
    const { requireSignedURLs, meta, creator } = fields
    await context.store.write({
      id,
      filename: '',
      uploaded: context.stamp(),
      requireSignedURLs,
      meta,
      creator,
      draftUntil,
    })
  })
  const uploadURL = `${context.originOf(request)}/${context.accountHash}/${encodeImageId(id)}`
  return successAnswer({ id, uploadURL })
}

/** [spec] 2 minutes to 6 hours from now, 30 minutes by default; both ends are exclusive. [code] */
const readExpiry = (value: unknown, now: number) => {
  const { min, max, default: usual } = limits.expiresIn
  if (value === undefined || value === '') return now + usual * 1000
  const at =
    typeof value === 'string' && rfc3339.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(at))
    throw new Refusal(5400, { reason: 'expiry must be an RFC 3339 date' }) // [inf]
  if (at <= now + min * 1000 || at >= now + max * 1000) {
    throw new Refusal(5400, { message: 'expiry is out of accepted bound.' }) // [code]
  }
  return at
}

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i
