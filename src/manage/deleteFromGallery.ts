import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { deletionOptions } from './deletionOptions.ts'
import type { DeleteOptions, Sender } from './deletionOptions.ts'
import type { ManageContextValue } from './ManageContext.ts'
import { sendOne } from './useDeleteImage.ts'
import { sendMany } from './useDeleteImages.ts'

interface GalleryDeleteOptions extends DeleteOptions {
  onDelete: ((image: CloudflareImage) => void) | undefined
  /** Is told what the backend refused to delete, and why. */
  onFailure: (images: readonly CloudflareImage[], error: ImagesError) => void
}

/** Deletes pictures of a gallery as the hooks do, and tells which are gone and which are back; never throws. */
export async function deleteFromGallery(
  manage: ManageContextValue,
  images: readonly CloudflareImage[],
  { undo, onDelete, onFailure }: GalleryDeleteOptions,
): Promise<void> {
  const run = <TIds extends string | readonly string[], TResult>(
    sender: Sender<TIds, TResult>,
    ids: TIds,
  ) => {
    const { queryClient } = manage
    const options = deletionOptions(manage, { ...sender, undo })
    return queryClient.getMutationCache().build(queryClient, options).execute(ids)
  }
  const [first, ...more] = images
  if (!first) return
  try {
    if (more.length === 0) {
      if ((await run(sendOne, first.id)) === 'deleted') onDelete?.(first)
      return
    }
    const { deleted, failed } = await run(
      sendMany,
      images.map(({ id }) => id),
    )
    const gone = new Set(deleted)
    for (const image of images) if (gone.has(image.id)) onDelete?.(image)
    const back = images.filter(({ id }) => failed[id] !== undefined)
    const code = failed[back[0]?.id ?? '']
    if (code) onFailure(back, new ImagesError(code, 'Not all pictures were deleted.'))
  } catch (error) {
    onFailure(images, error as ImagesError) // all that the mutation throws
  }
}
