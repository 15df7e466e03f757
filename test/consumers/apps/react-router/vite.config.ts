import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

// Source maps hold whole files: what must not be shipped is looked for in them too.
export default defineConfig({ plugins: [reactRouter()], build: { sourcemap: true } })
