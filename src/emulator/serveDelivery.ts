import type { HostedVariant } from '../api/HostedImage.ts'
import { splitDeliveryUrl } from '../url/splitDeliveryUrl.ts'
import type { DeliveryUrlParts, KnownPlace } from '../url/splitDeliveryUrl.ts'
import type { TransformOptions } from '../url/TransformOptions.ts'
import { textAnswer } from './textAnswer.ts'
import { checkAccess, denied } from './checkAccess.ts'
import { deliverPicture } from './deliverPicture.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import type { CompleteFidelity } from './Fidelity.ts'
import { legacyIdOf, legacyOptions } from './legacyImages.ts'
import { readLeafOptions } from './readLeafOptions.ts'
import { Refusal } from './Refusal.ts'
import type { StoredAccount } from './Store.ts'

/** Answers for imagedelivery.net and for `/cdn-cgi/imagedelivery` of a zone. */
export async function serveDelivery(
  request: Request,
  context: EmulatorContext,
): Promise<Response> {
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new Refusal(9432, { message: 'Method not allowed', status: 405 })
    }
    const url = new URL(request.url)
    const legacyId = context.legacy ? legacyIdOf(url.pathname) : undefined
    return legacyId === undefined
      ? await deliver(url, request, context)
      : await deliverLegacy(legacyId, request, context)
  } catch (error) {
    return failure(error)
  }
}

const deliver = async (
  { pathname, search, searchParams }: URL,
  request: Request,
  context: EmulatorContext,
) => {
  const address = pathname + search
  const place = placeOf(pathname, context)
  const parts = splitDeliveryUrl(address, place)
  if (!parts) throw new Refusal(9426) // [errors]
  const { accountHash, imageId } = parts
  const { fidelity, now } = context
  if (context.strictHash && accountHash !== context.accountHash) throw new Refusal(9427) // [errors]
  const account = await context.account.read()
  const { options, variant, isUnknown } = readLeaf(parts, { account, fidelity })
  const image = await context.store.read(imageId)
  const file = image?.file
  if (!image || !file) throw new Refusal(9431) // [errors]
  // Any name is a placeholder for an SVG [doc]; for others [obs] the text.
  if (isUnknown && file.type !== 'image/svg+xml') {
    throw denied("This account doesn't have variant with this name")
  }
  // Read from its beginning, a path is signed from its beginning.
  const signed = fidelity.signedPath === 'whole' ? { baseUrl: '' } : place
  await checkAccess(image, { address, place: signed, variant, account, now: now() })
  const expires = image.requireSignedURLs ? searchParams.get('exp') : null
  return deliverPicture(
    { image: { ...image, file }, options, variant, account, request },
    { context, expires: expires === null ? undefined : Number(expires) },
  )
}

/** An image of the beta of 2021: public, and in the one size that its device gets. */
const deliverLegacy = async (id: string, request: Request, context: EmulatorContext) => {
  const image = await context.store.read(id)
  if (!image?.file || image.requireSignedURLs) throw new Refusal(9431)
  const response = await deliverPicture(
    {
      image: { ...image, file: image.file },
      options: legacyOptions(request.headers),
      variant: undefined,
      account: await context.account.read(),
      request,
    },
    { context, expires: undefined },
  )
  response.headers.append('vary', 'user-agent')
  return response
}

/** Behind `/cdn-cgi/imagedelivery`, as on the delivery host itself, or by friendly paths of the account's own. */
const placeOf = (
  pathname: string,
  { path, accountHash }: EmulatorContext,
): KnownPlace => {
  const prefix = '/cdn-cgi/imagedelivery'
  if (pathname.startsWith(`${prefix}/`)) return { baseUrl: prefix }
  const friendly = { baseUrl: '', path, accountHash }
  const isFriendly = path !== undefined && !pathname.startsWith(`/${accountHash}/`)
  return isFriendly && splitDeliveryUrl(pathname, friendly) ? friendly : { baseUrl: '' }
}

interface LeafMeaning {
  options: TransformOptions
  variant?: HostedVariant
  isUnknown?: boolean
}

/** A leaf is options when it contains `=`. [inf] */
const readLeaf = (
  { leaf }: DeliveryUrlParts,
  {
    account: { variants, config },
    fidelity,
  }: { account: StoredAccount; fidelity: CompleteFidelity },
): LeafMeaning => {
  if (leaf.includes('=')) {
    if (config.flexible_variants !== true) throw new Refusal(9429) // [errors]
    return { options: readLeafOptions(leaf, fidelity) }
  }
  const variant = Object.hasOwn(variants, leaf) ? variants[leaf] : undefined
  if (!variant) return { options: {}, isUnknown: true }
  const { browser_ttl: _, ...options } = variant.options
  return { options, variant }
}

const failure = (error: unknown) => {
  const refusal =
    error instanceof Refusal ? error : new Refusal(9516, { reason: String(error) })
  const { number, status, message } = refusal
  return textAnswer(number, {
    status,
    message,
    headers: {
      'cf-resized': `err=${number}`, // [errors]
      'access-control-allow-origin': '*',
      'cache-control': 'no-store', // [inf]
    },
  })
}
