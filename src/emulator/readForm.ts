import { readBody } from './readBody.ts'
import { Refusal } from './Refusal.ts'

/** Bytes that the other parts of a form, and the lines between them, may have beside the file. */
const overhead = 64 * 1024

/**
 * The multipart form of a request.
 *
 * @throws Refusal 5415 for any other body [obs], 5413 where it is too large [doc limits], 5400 where it cannot be read.
 */
export async function readForm(request: Request, maxFileSize: number): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  const bytes = await readBody(request, maxFileSize + overhead)
  if (!/^multipart\/form-data\b/i.test(type)) throw new Refusal(5415)
  if (bytes === undefined) throw new Refusal(5413)
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch (cause) {
    throw Object.assign(new Refusal(5400, { reason: 'the form could not be read' }), {
      cause,
    })
  }
}
