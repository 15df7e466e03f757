import { ImagesError } from '../api/ImagesError.ts'
import { limits } from '../api/limits.ts'
import type { ImagesHandlerOptions, ImagesUser } from './ImagesHandlerOptions.ts'

/** Refuses what the types refuse too, for callers without types, and what no type can say. */
export function checkHandlerOptions<TUser extends ImagesUser>(
  options: ImagesHandlerOptions<TUser>,
): void {
  const {
    images,
    authorize,
    basePath = '/',
    expiresIn,
    idFor,
    requireSignedURLs,
  } = options
  const { min, max } = limits.expiresIn
  if (typeof authorize !== 'function') {
    throw invalid(
      '`authorize`',
      'Without it nobody could be told from anybody. Pass a function that returns the signed-in user, or null.',
    )
  }
  if (typeof images?.createDirectUpload !== 'function') {
    throw invalid('`images`', 'Pass `cloudflareApi({ … })`.')
  }
  if (!basePath.startsWith('/')) {
    throw invalid('a `basePath` that begins with "/"', 'It is the path of the URL.')
  }
  if (expiresIn !== undefined && !(expiresIn > min && expiresIn < max)) {
    throw invalid(
      `an \`expiresIn\` between ${min} and ${max}`,
      'Cloudflare makes no other upload URLs.',
    )
  }
  if (idFor && requireSignedURLs === true) {
    throw invalid(
      'either `idFor` or `requireSignedURLs`',
      'Cloudflare keeps no image with a custom id private.',
    )
  }
}

function invalid(needed: string, why: string): ImagesError {
  return new ImagesError('invalid-options', `createImagesHandler needs ${needed}. ${why}`)
}
