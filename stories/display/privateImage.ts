import type { CloudflareImage } from 'react-cloudflare-images'
import { adminApi } from '../manage/admin.ts'
import { coast } from './images.ts'

/** The coast as a private image, with its URLs in named variants, signed by the backend. */
export async function privateImage(
  variants: readonly string[],
): Promise<CloudflareImage> {
  const api = adminApi(crypto.randomUUID())
  const original =
    '/cdn-cgi/imagedelivery/Emulator_Account_Hash_/samples/coast/format=jpeg'
  const file = await (await fetch(original)).blob()
  const { id, uploadURL } = await api.mint({
    filename: 'coast.jpg',
    type: file.type,
    size: file.size,
    facts: coast.meta?.rci,
  })
  const body = new FormData()
  body.set('file', file, 'coast.jpg')
  const answer = await fetch(uploadURL, { method: 'POST', body })
  if (!answer.ok) throw new Error(await answer.text())
  const updated = await api.update(id, { requireSignedURLs: true })
  return api.get(updated.id, { urls: variants })
}
