import type { HostedVariant } from '../api/HostedImage.ts'
import { isImagesError } from '../api/ImagesError.ts'
import type { TransformOptions } from '../url/TransformOptions.ts'
import type { Transformed } from './createTransformCache.ts'
import { deliveryHeaders } from './deliveryHeaders.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import { negotiateFormat } from './negotiateFormat.ts'
import { Refusal } from './Refusal.ts'
import { sanitiseSvg } from './sanitiseSvg.ts'
import { settlePlan } from './settlePlan.ts'
import type { StoredAccount, StoredFile, StoredImage } from './Store.ts'
import type { TransformPlan, TransformResult } from './Transformer.ts'

/** A picture that may be delivered, and how. */
export interface Delivered {
  image: StoredImage & { file: StoredFile }
  options: TransformOptions
  /** The named variant, where the URL names one. */
  variant: HostedVariant | undefined
  account: StoredAccount
  request: Request
}

/** Where it is delivered, and until when. */
export interface DeliverOptions {
  context: EmulatorContext
  /** Unix seconds at which a signed URL expires. */
  expires: number | undefined
}

/** Answers with the picture, transformed. @throws Refusal */
export async function deliverPicture(
  delivered: Delivered,
  { context, expires }: DeliverOptions,
): Promise<Response> {
  const { image, options, variant, account, request } = delivered
  const { plan, vary } = settlePlan(options, {
    headers: request.headers,
    lowGamma: context.fidelity.lowGamma,
  })
  const isAnimated = image.file.frames > 1 && plan.anim !== false
  const accept = request.headers.get('accept') ?? ''
  const formats = negotiateFormat(image.file, {
    format: options.format,
    accept,
    isAnimated,
  })
  const recipe = `${image.uploaded} ${JSON.stringify([formats, plan])}`
  const picture = await context.cache.get({ imageId: image.id, recipe }, () =>
    transform(image, { plan, formats, context }),
  )
  if (options.format === 'json') return describe(delivered, picture)
  const headers = deliveryHeaders(picture, {
    plan,
    vary,
    maxAge: variant?.options.browser_ttl ?? account.config.browser_ttl,
    isPrivate: image.requireSignedURLs,
    saysResized: context.fidelity.resizedHeader,
    secondsLeft:
      expires === undefined ? undefined : expires - Math.floor(context.now() / 1000),
  })
  if (matches(request.headers.get('if-none-match'), picture.etag)) {
    headers.delete('content-length')
    return new Response(null, { status: 304, headers })
  }
  return new Response(request.method === 'HEAD' ? null : picture.bytes, { headers })
}

interface TransformWork {
  plan: TransformPlan
  formats: ReturnType<typeof negotiateFormat>
  context: EmulatorContext
}

const transform = async (
  { id, file }: Delivered['image'],
  { plan, formats, context }: TransformWork,
): Promise<TransformResult> => {
  const bytes = await context.store.readBytes(id)
  if (!bytes) throw new Refusal(9431)
  const untouched = { bytes, type: file.type, width: file.width, height: file.height }
  // [limits] stored and delivered, but not transformed
  const isTooLarge =
    file.frames > 1 &&
    file.width * file.height * file.frames > context.limits.animationPixels
  if (isTooLarge) return untouched
  try {
    if (file.type === 'image/svg+xml') return { ...untouched, bytes: sanitiseSvg(bytes) }
    const made = await context.transformer?.transform({
      bytes,
      file,
      options: plan,
      ...formats,
    })
    const asked = [...new Set([...Object.keys(plan), 'format', 'quality'])]
    return made ?? { ...untouched, approximate: asked }
  } catch (error) {
    throw refusalOf(error)
  }
}

/** [errors] 9412 is no image or one that cannot be decoded, 9413 an impossible size, 9516 decoding or encoding. */
const refusalOf = (error: unknown) => {
  if (error instanceof Refusal) return error
  const message = error instanceof Error ? error.message : String(error)
  if (isImagesError(error) && error.code === 'unsupported-type')
    return new Refusal(9412, { reason: message })
  if (isImagesError(error) && error.code === 'invalid-options')
    return new Refusal(9413, { reason: message })
  const status = isImagesError(error) && error.code === 'invalid-file' ? 422 : 500
  return new Refusal(9516, { message, status })
}

/** [code] the shape of `format=json` */
const describe = ({ image: { file }, request }: Delivered, picture: Transformed) => {
  const { width, height, approximate = [] } = picture
  const { size: file_size, type: format } = file
  const original = { file_size, width: file.width, height: file.height, format }
  const headers = new Headers({
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
  })
  if (approximate.length > 0)
    headers.set('cf-emulator', `approximate=${approximate.join(',')}`)
  const body = JSON.stringify({ width, height, original })
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

const matches = (condition: string | null, etag: string) =>
  condition !== null &&
  (condition.trim() === '*' ||
    condition.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
