import { findImage } from './findImage.ts'
import type { HandlerCall } from './HandlerCall.ts'
import { ifMissing } from './ifMissing.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { removeImage } from './removeImage.ts'

/**
 * Deletes an image of the user. An image that is already gone is deleted, and somebody else's must not be told from
 * it: both are answered alike, and nothing is touched.
 */
export async function deleteImage<TUser extends ImagesUser>(
  call: HandlerCall<TUser>,
): Promise<void> {
  const image = await findImage(call, call.parameter, 'delete').catch(ifMissing)
  if (image) await removeImage(call, image)
}
