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
export { createImagesHandler } from './server/createImagesHandler.ts'
export type { ImagesHandler } from './server/createImagesHandler.ts'
export { createLibraryHandler } from './server/createLibraryHandler.ts'
export type { LibraryHandler } from './server/LibraryHandler.ts'
export type {
  ImagesAction,
  ImagesHandlerEvents,
  ImagesHandlerOptions,
  ImagesUser,
  MetadataParser,
  SigningOptions,
} from './server/ImagesHandlerOptions.ts'
export type { StandardSchema } from './server/StandardSchema.ts'
export type { NodeRequest } from './server/NodeRequest.ts'
export type { NodeResponse } from './server/NodeResponse.ts'
export { toNodeHandler } from './server/toNodeHandler.ts'
export type { NodeHandlerOptions, NodeListener } from './server/toNodeHandler.ts'
export type { SweepOptions } from './server/sweepImages.ts'
export { allowAnonymous } from './server/allowAnonymous.ts'
export type { AllowAnonymousOptions } from './server/allowAnonymous.ts'
export type { RateLimit } from './server/limitRate.ts'
export { memoryRateLimit } from './server/memoryRateLimit.ts'
export type { MemoryRateLimitOptions } from './server/memoryRateLimit.ts'
export { workersRateLimit } from './server/workersRateLimit.ts'
export type {
  RateLimitBinding,
  WorkersRateLimitOptions,
} from './server/workersRateLimit.ts'
export { testImagesHandler } from './server/testImagesHandler.ts'
export type { TestImagesHandlerOptions } from './server/HandlerTester.ts'
export { importImages } from './server/importImages.ts'
export type {
  ImportedImage,
  ImportImagesOptions,
  ImportRecord,
  ImportSource,
} from './server/importImages.ts'
export { backfill } from './server/backfill.ts'
export type { BackfillOptions, BackfillResult } from './server/backfill.ts'
export { imagesBinding } from './server/imagesBinding.ts'
export type {
  BoundCondition,
  BoundImage,
  BoundQuery,
  WorkersImagesBinding,
} from './server/WorkersImagesBinding.ts'
