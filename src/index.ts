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
export { getImageProps } from './display/getImageProps.ts'
export type { ImageSource, ShownImage } from './display/ImageSource.ts'
export { ImageState } from './display/ImageState.tsx'
export type { ImageStateProps, ImageStatus } from './display/ImageState.tsx'
export type { ImgProps } from './display/ImgAttributes.ts'
export type { RegisteredDelivery } from './display/RegisteredDelivery.ts'
export { ResponsiveImage } from './display/ResponsiveImage.tsx'
export type { ResponsiveImageProps } from './display/ResponsiveImage.tsx'
export { ResponsivePicture } from './display/ResponsivePicture.tsx'
export type { ResponsivePictureProps } from './display/ResponsivePicture.tsx'
export type { PictureSource } from './display/ResponsivePictureOptions.ts'
export { thumbhashPlaceholder } from './display/thumbhashPlaceholder.ts'
export { VariantImage } from './display/VariantImage.tsx'
export type { VariantImageProps } from './display/VariantImage.tsx'
export { withDelivery } from './display/withDelivery.tsx'

// upload
export type { PrepareInput, PrepareResult, PrepareStep } from './upload/PrepareStep.ts'
export { viaBackend } from './upload/viaBackend.ts'
export type { FallbackRequest, UploadFallback } from './upload/viaBackend.ts'
export { stripLocation } from './upload/stripLocation.ts'
export { indexedDbQueue } from './upload/indexedDbQueue.ts'
export type { IndexedDbQueueOptions } from './upload/indexedDbQueue.ts'
export type { KeptUpload, UploadKeeper } from './upload/UploadKeeper.ts'
export { bySha256 } from './upload/bySha256.ts'
export type { DedupeRequest, DedupeResult, UploadDedupe } from './upload/bySha256.ts'
export { shrinkToFit } from './upload/shrinkToFit.ts'
export type { ShrinkOptions } from './upload/shrinkToFit.ts'
export { ImageUploader } from './upload/ImageUploader.tsx'
export type { ImageUploaderProps } from './upload/ImageUploaderProps.ts'
export { ImageUploaderDropzone } from './upload/ImageUploaderDropzone.tsx'
export type { ImageUploaderDropzoneProps } from './upload/ImageUploaderDropzone.tsx'
export { ImageUploaderItem } from './upload/ImageUploaderItem.tsx'
export type { ImageUploaderItemProps } from './upload/ImageUploaderItem.tsx'
export { ImageUploaderList } from './upload/ImageUploaderList.tsx'
export type { ImageUploaderListProps } from './upload/ImageUploaderList.tsx'
export { ImageUploaderPreview } from './upload/ImageUploaderPreview.tsx'
export type { ImageUploaderPreviewProps } from './upload/ImageUploaderPreview.tsx'
export { ImageUploaderProgress } from './upload/ImageUploaderProgress.tsx'
export type { ImageUploaderProgressProps } from './upload/ImageUploaderProgress.tsx'
export { ImageUploaderRemove } from './upload/ImageUploaderRemove.tsx'
export type { ImageUploaderRemoveProps } from './upload/ImageUploaderRemove.tsx'
export { ImageUploaderRetry } from './upload/ImageUploaderRetry.tsx'
export type { ImageUploaderRetryProps } from './upload/ImageUploaderRetry.tsx'
export { ImageUploaderStatus } from './upload/ImageUploaderStatus.tsx'
export type { ImageUploaderStatusProps } from './upload/ImageUploaderStatus.tsx'
export type {
  UploaderLabels,
  UploaderStatusLabels,
  UploaderTotals,
} from './upload/uploaderLabels.ts'
export type { UploaderClassNames, UploaderPart } from './upload/UploaderLook.ts'
export type { UploaderValue } from './upload/useUploaderValue.ts'
export type { UploadLabels } from './upload/UploadContext.ts'
export type {
  AbortedUpload,
  FailedUpload,
  PausedUpload,
  PreparedFile,
  PreparingUpload,
  ProcessingUpload,
  QueuedUpload,
  RejectedUpload,
  RequestingUpload,
  SuccessfulUpload,
  Upload,
  UploadingUpload,
  UploadStatus,
} from './upload/Upload.ts'
export type {
  TotalProgress,
  UploadCallOptions,
  UploaderActions,
  UploaderState,
} from './upload/Uploader.ts'
export type {
  CheckedUpload,
  SettledUploads,
  UploadMetadata,
  UploadOptions,
  UploadRequest,
  UploadVerdict,
  ValidationFacts,
} from './upload/UploadOptions.ts'
export { useDirectUpload } from './upload/useDirectUpload.ts'
export type { UseDirectUploadResult } from './upload/useDirectUpload.ts'
export { useUpload } from './upload/useUpload.ts'
export { useUploadIds } from './upload/useUploadIds.ts'
export { useUploads } from './upload/useUploads.ts'

// manage
export { FocalPointPicker } from './manage/FocalPointPicker.tsx'
export type {
  FocalPoint,
  FocalPointPart,
  FocalPointPickerProps,
} from './manage/FocalPointPicker.tsx'
export type { FocalPointLabels } from './manage/focalPointLabels.ts'
export type { GalleryActions } from './manage/GalleryButtons.tsx'
export type { GalleryLabels } from './manage/galleryLabels.ts'
export type { GalleryClassNames, GalleryPart } from './manage/GalleryLook.ts'
export { ImageGallery } from './manage/ImageGallery.tsx'
export type { ImageGalleryProps } from './manage/ImageGallery.tsx'
export { ImageDetails } from './manage/ImageDetails.tsx'
export type { ImageDetailsPart, ImageDetailsProps } from './manage/ImageDetails.tsx'
export type { ImageDetailsLabels } from './manage/imageDetailsLabels.ts'
export { imageKeys } from './manage/imageKeys.ts'
export type { ImageKey, ImageListKey, SignedUrlsKey } from './manage/imageKeys.ts'
export { imageListQueryOptions } from './manage/imageListQueryOptions.ts'
export type { ImageListQueryOptions, ImagePages } from './manage/imageListQueryOptions.ts'
export { imageQueryOptions } from './manage/imageQueryOptions.ts'
export type { ImageQueryOptions, ImageRequest } from './manage/imageQueryOptions.ts'
export { imageStatsQueryOptions } from './manage/imageStatsQueryOptions.ts'
export type { ImageStatsQueryOptions } from './manage/imageStatsQueryOptions.ts'
export type { ManageLabels } from './manage/ManageContext.ts'
export type { SignedUrls } from './manage/loadSignedUrls.ts'
export { signedUrlsQueryOptions } from './manage/signedUrlsQueryOptions.ts'
export type { SignedUrlsQueryOptions } from './manage/signedUrlsQueryOptions.ts'
export { useDeleteImage } from './manage/useDeleteImage.ts'
export type { DeleteImageResult, DeleteOutcome } from './manage/useDeleteImage.ts'
export { useDeleteImages } from './manage/useDeleteImages.ts'
export type { DeleteImagesResult, DeletionReport } from './manage/useDeleteImages.ts'
export type { DeleteOptions } from './manage/deletionOptions.ts'
export { useImage } from './manage/useImage.ts'
export type { UseImageOptions } from './manage/useImage.ts'
export { useImageList } from './manage/useImageList.ts'
export type { ImageListResult } from './manage/useImageList.ts'
export { useImagesApi } from './manage/useImagesApi.ts'
export { useImageSelection } from './manage/useImageSelection.ts'
export type { ImageSelection, ImageSelectionOptions } from './manage/useImageSelection.ts'
export { useImportImage } from './manage/useImportImage.ts'
export type { ImageImport } from './manage/useImportImage.ts'
export { useSignedUrls } from './manage/useSignedUrls.ts'
export type { SignedUrlsResult } from './manage/useSignedUrls.ts'
export { useSuspenseImage } from './manage/useSuspenseImage.ts'
export type { UseSuspenseImageOptions } from './manage/useSuspenseImage.ts'
export { useSuspenseImageList } from './manage/useSuspenseImageList.ts'
export type { SuspenseImageListResult } from './manage/useSuspenseImageList.ts'
export type { UndoResult } from './manage/useUndo.ts'
export { useUpdateImage } from './manage/useUpdateImage.ts'
export type { ImageUpdate, UpdateImageResult } from './manage/useUpdateImage.ts'
export type { LookProps } from './manage/useManageLook.ts'
export { VariantManager } from './manage/VariantManager.tsx'
export type { VariantManagerPart, VariantManagerProps } from './manage/VariantManager.tsx'
export type { VariantManagerLabels } from './manage/variantManagerLabels.ts'
export { useVariantMutations } from './manage/useVariantMutations.ts'
export type { VariantMutations, VariantUpdate } from './manage/useVariantMutations.ts'
export { variantsQueryOptions } from './manage/variantsQueryOptions.ts'
export type { VariantsQueryOptions } from './manage/variantsQueryOptions.ts'

// provider
export { arabicLabels } from './provider/arabicLabels.ts'
export { frenchLabels } from './provider/frenchLabels.ts'
export { germanLabels } from './provider/germanLabels.ts'
export { spanishLabels } from './provider/spanishLabels.ts'
export type { LabelPack } from './provider/LabelPack.ts'
export { ImagePicker } from './provider/ImagePicker.tsx'
export type { ImagePickerPart, ImagePickerProps } from './provider/ImagePicker.tsx'
export type { PickerLabels } from './provider/pickerLabels.ts'
export { ImagesProvider } from './provider/ImagesProvider.tsx'
export type { ImagesProviderProps } from './provider/ImagesProvider.tsx'
export type { Labels } from './provider/Labels.ts'
