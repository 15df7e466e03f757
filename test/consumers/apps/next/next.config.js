/** @type {import('next').NextConfig} */
export default {
  turbopack: { root: import.meta.dirname },
  // Source maps hold whole files: what must not be shipped is looked for in them too.
  productionBrowserSourceMaps: true,
}
