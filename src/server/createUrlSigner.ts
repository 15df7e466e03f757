import type { SigningKey } from '../api/HostedImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { signUrl } from '../url/signUrl.ts'
import type { ImagesClient } from './ImagesClient.ts'
import { isGeneratedId } from './isImageId.ts'
import { remember } from './remember.ts'

/** Milliseconds that keys and variants are kept; a key that was replaced signs for this long in vain. */
const keep = 300_000

/**
 * Signs delivery URLs. Keys, variants and the account's place of delivery are asked for once and kept, so that a
 * page full of pictures costs no call.
 *
 * @see https://developers.cloudflare.com/images/manage-images/serve-images/serve-private-images/
 */
export function createUrlSigner({
  get,
  keys,
  variants,
}: Pick<ImagesClient, 'get' | 'keys' | 'variants'>): ImagesClient['signUrl'] {
  const kept = <TValue>(load: () => Promise<TValue>) =>
    remember(async () => ({ value: await load(), until: Date.now() + keep }))
  const allKeys = kept(() => keys.list())
  const allVariants = kept(() => variants.list())
  let place: string | undefined

  const variantNamed = async (name: string, { fresh = false } = {}) => {
    if (fresh) allVariants.forget()
    const named = await allVariants.get()
    return Object.hasOwn(named, name) ? named[name] : undefined
  }

  return async (id, name, { keyName = 'default', signal, expiresIn, expiresAt } = {}) => {
    if (!isGeneratedId(id)) throw customId(id)
    const variant =
      (await variantNamed(name)) ?? (await variantNamed(name, { fresh: true }))
    if (!variant) throw unknownVariant(name)
    place ??= placeOf(await get(id, { signal }))
    const url = `${place}/${id}/${name}`
    if (variant.neverRequireSignedURLs) return url
    const key = keyNamed(keyName, await allKeys.get())
    return signUrl(url, key.value, {
      baseUrl: place.replace(/\/[^/]*$/, ''),
      ...(expiresIn === undefined ? { expiresAt } : { expiresIn }),
    })
  }
}

/** What stands before the id in the account's delivery URLs, the hash included. */
function placeOf({
  id,
  variants,
}: {
  id: string
  variants?: string[] | undefined
}): string {
  const url = variants?.[0] ?? ''
  const end = url.lastIndexOf(`/${id}/`)
  if (end > 0) return url.slice(0, end)
  throw new ImagesError(
    'no-delivery',
    `Cloudflare named no delivery URL of the image ${id}, so where it is delivered is unknown. Nothing can be signed. Wait until its bytes have arrived.`,
  )
}

function keyNamed(name: string, keys: readonly SigningKey[]): SigningKey {
  const key =
    keys.find((one) => one.name === name) ?? (name === 'default' ? keys[0] : undefined)
  if (key) return key
  throw new ImagesError(
    'not-supported',
    `The account has no signing key ${JSON.stringify(name)}. Nothing can be signed with it. Create it, or name another one.`,
  )
}

function customId(id: string): ImagesError {
  return new ImagesError(
    'custom-id-cannot-be-private',
    `The image ${id} has a custom id. Cloudflare keeps no such image private, so there is nothing to sign. Use its plain URL.`,
  )
}

function unknownVariant(name: string): ImagesError {
  return new ImagesError(
    'unknown-variant',
    `The account has no variant ${JSON.stringify(name)}. Only named variants of private images are delivered, never options. Create the variant first.`,
  )
}
