import { ImagesError } from '../api/ImagesError.ts'
import { limits } from '../api/limits.ts'
import type { ImagesHandlerOptions, ImagesUser } from './ImagesHandlerOptions.ts'

/** Refuses what the types refuse too, for callers without types, and what no type can say. */
export function checkHandlerOptions<TUser extends ImagesUser>({
  images,
  authorize,
  expiresIn = 300,
  trustedOrigins = [],
  idFor,
  requireSignedURLs,
}: ImagesHandlerOptions<TUser>): void {
  const { min, max } = limits.expiresIn
  const wrong =
    (typeof authorize !== 'function' && 'authorize: nobody could be told from anybody') ||
    (!images && 'images: pass cloudflareApi({ … })') ||
    (!(expiresIn > min && expiresIn < max) &&
      `expiresIn: must be between ${min} and ${max}`) ||
    (idFor &&
      requireSignedURLs === true &&
      'idFor: no image with a custom id is private') ||
    (!trustedOrigins.every(isOrigin) &&
      'trustedOrigins: write "https://app.example.com", with no slash at the end')
  if (wrong) throw new ImagesError('invalid-options', `createImagesHandler: ${wrong}.`)
}

/** Scheme, host and port, as browsers send them; apps in a shell have schemes of their own. */
const isOrigin = (text: string) => /^[a-z][a-z\d+.-]*:\/\/[^/*\s]+$/.test(text)
