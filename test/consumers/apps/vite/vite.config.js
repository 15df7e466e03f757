import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// One page is built at a time, so that each bundle holds what its page needs and nothing else.
const page = process.env.PAGE ?? 'index'

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // Source maps hold whole files: what must not be shipped is looked for in them too.
  build: {
    outDir: `dist/${page}`,
    rolldownOptions: { input: `${page}.html` },
    sourcemap: true,
  },
  preview: { proxy: { '/api/images': process.env.BACKEND ?? 'http://localhost:3000' } },
})
