import { ImagesError } from '../api/ImagesError.ts'
import type { ImagesErrorCode } from '../api/errorCodes.ts'
import { importSigningKey } from '../url/importSigningKey.ts'
import type { ImagesClient, SignImageUrlOptions } from './ImagesClient.ts'
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
  const allKeys = kept(keys.list)
  const allVariants = kept(variants.list)
  let place: string | undefined

  const variantNamed = async (name: string) => {
    const named = await allVariants.get()
    return Object.hasOwn(named, name) ? named[name] : undefined
  }

  return async (id, name, { keyName = 'default', signal, ...expiry } = {}) => {
    if (!isGeneratedId(id)) refuse('custom-id-cannot-be-private', `${id} is a custom id.`)
    if (!(await variantNamed(name))) allVariants.forget()
    const variant = await variantNamed(name)
    if (!variant) return refuse('unknown-variant', `There is no variant "${name}".`)
    place ??= (await get(id, { signal })).variants[0]?.replace(/\/[^/]+\/[^/]+$/, '')
    if (!place) return refuse('no-delivery', `Where ${id} is delivered is unknown.`)
    if (variant.neverRequireSignedURLs) return `${place}/${id}/${name}`
    const known = await allKeys.get()
    const key =
      known.find((one) => one.name === keyName) ?? (keyName === 'default' && known[0])
    if (!key) return refuse('server-error', `There is no signing key "${keyName}".`)
    const { query, separator } = expiryOf(expiry)
    const signed = `/${id}/${name}${query}`
    // The hash is signed too, and nothing before it.
    const signature = await hmac(place.slice(place.lastIndexOf('/')) + signed, key.value)
    return `${place}${signed}${separator}sig=${signature}`
  }
}

function expiryOf({ expiresIn, expiresAt }: SignImageUrlOptions) {
  const at = expiresIn === undefined ? expiresAt : Date.now() / 1000 + expiresIn
  if (at === undefined) return { query: '', separator: '?' }
  return {
    query: `?exp=${Math.floor(at instanceof Date ? +at / 1000 : at)}`,
    separator: '&',
  }
}

async function hmac(text: string, key: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const signature = await crypto.subtle.sign('HMAC', await importSigningKey(key), bytes)
  const hex = (byte: number) => byte.toString(16).padStart(2, '0')
  return Array.from(new Uint8Array(signature), hex).join('')
}

function refuse(code: ImagesErrorCode, what: string): never {
  throw new ImagesError(
    code,
    `${what} Only named variants of images with an id of Cloudflare's are signed.`,
  )
}
