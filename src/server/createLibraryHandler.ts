import { libraryRoutes } from '../api/libraryRoutes.ts'
import { createProtocolHandler } from './createProtocolHandler.ts'
import type { ImagesHandlerOptions, ImagesUser } from './ImagesHandlerOptions.ts'
import { libraryActions } from './libraryActions.ts'
import type { LibraryHandler } from './LibraryHandler.ts'

/**
 * Makes a backend that mints, lists, shows, changes and deletes, and knows no other call: the protocol's level
 * *library*, in three quarters of the code of `createImagesHandler`, for a Worker that must be small.
 *
 * What it does, it does alike and by the same options. It has no bulk deletion, no confirming and sweeping, no imports,
 * no uploads through itself, and no calls about the account.
 *
 * @example
 * ```ts
 * import { createLibraryHandler, imagesBinding } from 'react-cloudflare-images/server'
 * import type { WorkersImagesBinding } from 'react-cloudflare-images/server'
 *
 * export default {
 *   fetch: (request: Request, env: { IMAGES: WorkersImagesBinding }): Promise<Response> =>
 *     createLibraryHandler({ images: imagesBinding(env.IMAGES), authorize: () => ({ id: 'ada' }) })(request),
 * }
 * ```
 * @throws ImagesError `invalid-options` where `images` or `authorize` is missing, or an option cannot work
 */
export function createLibraryHandler<TUser extends ImagesUser>(
  options: ImagesHandlerOptions<TUser>,
): LibraryHandler {
  return createProtocolHandler(options, {
    routes: libraryRoutes,
    actions: libraryActions,
  })
}
