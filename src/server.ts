export { cloudflareApi } from './server/cloudflareApi.ts'
export type { CloudflareApiOptions } from './server/CloudflareApiOptions.ts'
export type {
  ClientCallOptions,
  DirectUploadOptions,
  HostedImagePatch,
  HostedImagesClient,
  ImageList,
  ImagesClient,
  ListQuery,
  NewImageOptions,
  SignImageUrlOptions,
  UploadBody,
  UploadImageOptions,
} from './server/ImagesClient.ts'
