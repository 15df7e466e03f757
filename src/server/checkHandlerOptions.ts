import { ImagesError } from '../api/ImagesError.ts'
import { backendLimits as limits } from '../api/backendLimits.ts'
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
    (typeof authorize !== 'function' && 'authorize: must be a function') ||
    (!images && 'images: pass a client') ||
    (!(expiresIn > min && expiresIn < max) &&
      `expiresIn: must be between ${min} and ${max}`) ||
    (idFor && requireSignedURLs === true && 'idFor: no such image is private') ||
    (!trustedOrigins.every(isOrigin) &&
      'trustedOrigins: must be like https://app.example.com')
  if (wrong)
    throw new ImagesError(
      'invalid-options',
      `The images handler cannot work with ${wrong}.`,
    )
}

/** Scheme, host and port, as browsers send them; apps in a shell have schemes of their own. */
const isOrigin = (text: string) => /^[a-z][a-z\d+.-]*:\/\/[^/*\s]+$/.test(text)
