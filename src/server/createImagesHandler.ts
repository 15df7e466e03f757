import { backendLimits as limits } from '../api/backendLimits.ts'
import { routes } from '../api/routes.ts'
import type { RouteName } from '../api/routes.ts'
import { accountCalls } from './accountCalls.ts'
import { confirmImages } from './confirmImages.ts'
import { createProtocolHandler } from './createProtocolHandler.ts'
import type { Action } from './createProtocolHandler.ts'
import { deleteImages } from './deleteImages.ts'
import { findByHash } from './findByHash.ts'
import type { ActingUser } from './HandlerCall.ts'
import type { ImagesHandlerOptions, ImagesUser } from './ImagesHandlerOptions.ts'
import { importImage } from './importImage.ts'
import { isUserId } from './isUserId.ts'
import { libraryActions } from './libraryActions.ts'
import type { LibraryHandler } from './LibraryHandler.ts'
import { notSignedIn } from './notSignedIn.ts'
import { proxyImage } from './proxyImage.ts'
import { readIds } from './readIds.ts'
import { restoreImages } from './restoreImages.ts'
import { signImages } from './signImages.ts'
import { sweepImages } from './sweepImages.ts'
import type { SweepOptions } from './sweepImages.ts'

/** A backend that serves the whole protocol. */
export interface ImagesHandler<
  TUser extends ImagesUser = ImagesUser,
> extends LibraryHandler {
  /** Notes that images are in use, for instance when the form that holds them is saved: see `sweep`. */
  readonly confirm: (user: TUser, ids: readonly string[]) => Promise<void>
  /** Gives images back that `softDelete` kept; rejects with `not-found` where one is gone, and restores the others. */
  readonly restore: (user: TUser, ids: readonly string[]) => Promise<void>
  /**
   * Deletes for good what was marked as pending and not confirmed within a day, and what `softDelete` kept for thirty
   * days; for a cron. Answers how many.
   */
  readonly sweep: (options?: SweepOptions) => Promise<number>
}

/**
 * Makes the backend that the browser's side of this library talks to. It is closed by default: users see, change and
 * delete their own images only, and what is theirs is what `authorize` says.
 *
 * @example
 * ```ts
 * import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'
 *
 * const images = cloudflareApi({ accountId: '0123456789abcdef0123456789abcdef', apiToken: 'token' })
 * export const handler = createImagesHandler({
 *   images,
 *   authorize: async (request) => (request.headers.has('cookie') ? { id: 'ada' } : null),
 * })
 * ```
 * @throws ImagesError `invalid-options` where `images` or `authorize` is missing, or an option cannot work
 */
export function createImagesHandler<TUser extends ImagesUser>(
  options: ImagesHandlerOptions<TUser>,
): ImagesHandler<TUser> {
  const forUser =
    (act: (acting: ActingUser<TUser>, ids: readonly string[]) => Promise<void>) =>
    async (user: TUser, ids: readonly string[]): Promise<void> => {
      if (!isUserId(user?.id)) throw notSignedIn()
      await act({ user, options }, ids)
    }

  return Object.assign(createProtocolHandler(options, { routes, actions }), {
    confirm: forUser(confirmImages),
    restore: forUser(restoreImages),
    sweep: (sweep?: SweepOptions) => sweepImages(options, sweep),
  })
}

const actions: Readonly<Record<RouteName, Action>> = {
  ...libraryActions,
  deleteMany: deleteImages,
  signedUrls: signImages,
  confirm: async (call) => {
    const { ids } = await readIds(call.request, limits.bulkDelete)
    await confirmImages(call, ids)
    return {}
  },
  find: findByHash,
  proxy: proxyImage,
  import: importImage,
  ...accountCalls,
}
