/** What a page imports, to be weighed. React, Query and Virtual are the page's own. */
export interface SizeEntry {
  /** Names the folder that `.size-limit.json` reads. */
  name: string
  code: string
  /** Packages that are left out too. */
  beside?: string[]
  /** Where it runs, other than in a browser. */
  condition?: string
}

const from = (names: string, door = ''): string =>
  `export { ${names} } from 'react-cloudflare-images${door}'`

/** Every bundle that has a budget. */
export const entries: readonly SizeEntry[] = [
  { name: 'VariantImage', code: from('VariantImage') },
  { name: 'ResponsiveImage', code: from('ResponsiveImage') },
  { name: 'ImageState', code: from('ImageState') },
  {
    name: 'useDirectUpload-beside',
    code: from('useDirectUpload'),
    beside: ['react-dropzone'],
  },
  { name: 'useDirectUpload', code: from('useDirectUpload') },
  {
    name: 'ImageUploader-beside',
    code: from('ImageUploader'),
    beside: ['react-dropzone'],
  },
  { name: 'ImageUploader', code: from('ImageUploader') },
  { name: 'useImageList', code: from('useImageList') },
  { name: 'ImageGallery', code: from('ImageGallery') },
  { name: 'url', code: `export * from 'react-cloudflare-images/url'` },
  {
    name: 'server',
    code: from('createImagesHandler, cloudflareApi', '/server'),
    condition: 'workerd',
  },
  {
    name: 'server-library',
    code: from('createLibraryHandler, imagesBinding', '/server'),
    condition: 'workerd',
  },
]
