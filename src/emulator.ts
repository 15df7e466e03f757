export type { CloudflareHost, Fault } from './api/Fault.ts'
export { canvasTransformer } from './emulator/canvasTransformer.ts'
export { createEmulator } from './emulator/createEmulator.ts'
export type { Faults } from './emulator/createFaults.ts'
export type {
  EmulatedRequest,
  Emulator,
  EmulatorEnv,
  EmulatorSeed,
  SeedImage,
} from './emulator/Emulator.ts'
export { emulatorBinding } from './emulator/emulatorBinding.ts'
export type { EmulatorLimits } from './emulator/EmulatorLimits.ts'
export type { EmulatorOptions } from './emulator/EmulatorOptions.ts'
export { emulatorTransport } from './emulator/emulatorTransport.ts'
export type { Fidelity } from './emulator/Fidelity.ts'
export type {
  BindingDirectUploadOptions,
  BindingImage,
  BindingImageFields,
  BindingImageHandle,
  BindingList,
  BindingListOptions,
  BindingMetadataFilter,
  BindingSignedUrlOptions,
  BindingUploadOptions,
  ImagesBinding,
} from './emulator/ImagesBinding.ts'
export { indexedDbStore } from './emulator/indexedDbStore.ts'
export type { IndexedDbStoreOptions } from './emulator/indexedDbStore.ts'
export { memoryStore } from './emulator/memoryStore.ts'
export type { Store, StoredAccount, StoredFile, StoredImage } from './emulator/Store.ts'
export type {
  OutputFormat,
  TransformPlan,
  TransformRequest,
  TransformResult,
  Transformer,
} from './emulator/Transformer.ts'
