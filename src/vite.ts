// vite
export { cloudflareImages } from './vite/cloudflareImages.ts'
export type { CloudflareImagesOptions } from './vite/CloudflareImagesOptions.ts'
