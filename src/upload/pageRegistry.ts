import { createUploadRegistry } from './createUploadRegistry.ts'
import type { UploadRegistry } from './UploadRegistry.ts'

/** Knows the uploads that stand below no provider. */
export const pageRegistry: UploadRegistry = createUploadRegistry()
