// api
export * from './api/Register.ts'
export { acceptedTypes } from './api/acceptedTypes.ts'
export type { AcceptedType } from './api/acceptedTypes.ts'
export type {
  CloudflareImage,
  ImageFilters,
  ImageMeta,
  ImagePage,
  ImagePatch,
  Mint,
  MintRequest,
} from './api/CloudflareImage.ts'
export { createImagesApi } from './api/createImagesApi.ts'
export type { ImagesApiOptions } from './api/createImagesApi.ts'
export type { ImagesErrorCode } from './api/errorCodes.ts'
export { errorLabels } from './api/errorLabels.ts'
export type { ErrorLabels } from './api/labelOfError.ts'
export type { ImageFacts } from './api/ImageFacts.ts'
export type { CallOptions, ImagesApi } from './api/ImagesApi.ts'
export { ImagesError, isImagesError } from './api/ImagesError.ts'
export type { ImagesErrorOptions } from './api/ImagesError.ts'
export { limits } from './api/limits.ts'
export { readImageFacts } from './api/readImageFacts.ts'
export type { Theme, ThemeScheme, ThemeToken } from './api/Theme.ts'
export type { Transport, TransportRequest } from './api/Transport.ts'

// url
export * from './url.ts'

// display

// upload

// manage
export type { GalleryLabels } from './manage/galleryLabels.ts'
export { imageKeys } from './manage/imageKeys.ts'
export type { ImageKey, ImageListKey } from './manage/imageKeys.ts'
export type { ManageLabels } from './manage/ManageContext.ts'

// provider
export { ImagesProvider } from './provider/ImagesProvider.tsx'
export type { ImagesProviderProps } from './provider/ImagesProvider.tsx'
export type { Labels } from './provider/Labels.ts'
