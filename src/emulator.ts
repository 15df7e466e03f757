export type { CloudflareHost, Fault } from './api/Fault.ts'
export { createEmulator } from './emulator/createEmulator.ts'
export type { Faults } from './emulator/createFaults.ts'
export type {
  EmulatedRequest,
  Emulator,
  EmulatorEnv,
  EmulatorSeed,
  SeedImage,
} from './emulator/Emulator.ts'
export type { EmulatorLimits } from './emulator/EmulatorLimits.ts'
export type { EmulatorOptions } from './emulator/EmulatorOptions.ts'
export type { Fidelity } from './emulator/Fidelity.ts'
export { memoryStore } from './emulator/memoryStore.ts'
export type { Store, StoredAccount, StoredFile, StoredImage } from './emulator/Store.ts'
export type {
  OutputFormat,
  TransformPlan,
  TransformRequest,
  TransformResult,
  Transformer,
} from './emulator/Transformer.ts'
