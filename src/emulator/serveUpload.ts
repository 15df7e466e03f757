import { failureAnswer } from './failureAnswer.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import { isExpired } from './findImage.ts'
import { answerImage } from './imageCalls.ts'
import { readForm } from './readForm.ts'
import { readFile } from './readFile.ts'
import { Refusal } from './Refusal.ts'
import type { StoredImage } from './Store.ts'
import { storeImage } from './storeImage.ts'

/**
 * Answers for upload.imagedelivery.net: one POST of a form to a URL that was minted for it.
 *
 * Unknown, used and expired links answer 404, 409 and 410, the wrong method 405, a missing file 400 [code
 * workers-sdk]. A file that is refused leaves the URL as it was. [inf]
 *
 * @see https://developers.cloudflare.com/images/storage/upload-images/direct-creator-upload/
 */
export async function serveUpload(
  request: Request,
  context: EmulatorContext,
): Promise<Response> {
  const response = await answer(request, context)
  if (context.fidelity.uploadCors)
    response.headers.set('access-control-allow-origin', '*')
  return response
}

const answer = async (request: Request, context: EmulatorContext) => {
  try {
    if (request.method === 'OPTIONS' && context.fidelity.uploadCors) return preflight()
    if (request.method !== 'POST')
      throw new Refusal(5400, { message: 'Method not allowed', status: 405 })
    const { accountHash, id } = uploadTarget(request)
    if (context.strictHash && accountHash !== context.accountHash) throw new Refusal(5403)
    // The body first, whatever becomes of it: a client still sending would not see the answer.
    const form = await readForm(request, context.limits.fileSize)
    const image = await context.lock(`image ${id}`, async () => {
      const draft = await usableDraft(id, context)
      return storeImage(
        { ...draft, ...(await readFile(form)), uploaded: undefined },
        context,
      )
    })
    return await answerImage({ request, context }, image)
  } catch (error) {
    const refusal =
      error instanceof Refusal ? error : new Refusal(5550, { reason: String(error) })
    return failureAnswer(refusal, { request, fidelity: context.fidelity })
  }
}

/**
 * Progress listeners make a preflight even for a form. No header of the request is allowed: a client that sets
 * `Content-Type` itself fails, as it does there. [obs]
 */
const preflight = () =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'POST, OPTIONS',
      'access-control-max-age': '86400',
    },
  })

const uploadTarget = (request: Request) => {
  const [, accountHash = '', ...segments] = new URL(request.url).pathname.split('/')
  try {
    return { accountHash, id: segments.map(decodeURIComponent).join('/') }
  } catch {
    throw new Refusal(5404)
  }
}

const usableDraft = async (
  id: string,
  { store, now }: EmulatorContext,
): Promise<StoredImage> => {
  const image = await store.read(id)
  if (image === undefined) throw new Refusal(5404)
  if (image.draftUntil === undefined) {
    throw new Refusal(5409, { message: 'The upload URL has already been used' })
  }
  if (isExpired(image, now())) throw new Refusal(5410)
  return image
}
