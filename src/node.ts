// node
export { fileStore } from './node/fileStore.ts'
export { publicFetch } from './node/publicFetch.ts'
export type { PublicFetchOptions } from './node/publicFetch.ts'
export { serveEmulator } from './node/serveEmulator.ts'
export type { EmulatorServer, ServeOptions } from './node/serveEmulator.ts'
export { sharpTransformer } from './node/sharpTransformer.ts'
