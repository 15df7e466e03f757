import type { libraryRoutes } from '../api/libraryRoutes.ts'
import type { Action } from './createProtocolHandler.ts'
import { deleteImage } from './deleteImage.ts'
import { getImage } from './getImage.ts'
import { listImages } from './listImages.ts'
import { mintImage } from './mintImage.ts'
import { updateImage } from './updateImage.ts'

/** What the calls of the level *library* do. */
export const libraryActions: Readonly<Record<keyof typeof libraryRoutes, Action>> = {
  mint: mintImage,
  list: listImages,
  get: getImage,
  update: updateImage,
  delete: deleteImage,
}
