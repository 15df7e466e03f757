import { Refusal } from './Refusal.ts'
import type { NewImage } from './storeImage.ts'

/** The part named `file` of a form: its name and its bytes. @throws Refusal */
export async function readFile(
  form: FormData,
): Promise<Pick<NewImage, 'bytes' | 'filename'>> {
  const file = form.get('file')
  if (file === null)
    throw new Refusal(5400, { reason: 'the form has no part named file' }) // [code] the status
  if (typeof file === 'string') throw new Refusal(5455) // [obs] base64 text in place of bytes
  return { bytes: new Uint8Array(await file.arrayBuffer()), filename: file.name }
}
