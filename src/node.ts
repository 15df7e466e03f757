// node
export { sharpTransformer } from './node/sharpTransformer.ts'
