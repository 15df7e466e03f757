import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite'
import type {} from 'vitest/config'
import { emulated } from './.storybook/emulated.ts'
import { launchOptions } from './test/support/browser.ts'

const launch = process.env['VITEST'] ? await launchOptions() : {}
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: launch, contextOptions: { permissions } }),
  instances: [{ browser: 'chromium' as const }],
})
// What a user's browser asks about when something is copied.
const permissions = ['clipboard-read', 'clipboard-write']
const isDist = process.env['TEST_DIST'] !== undefined
const source = isDist ? [] : ['react-cloudflare-images-source']
// Stories of admins run a backend in the page, whose door is shut in browsers but open at the edge.
const inPage = isDist ? ['edge-light'] : source

const long = [
  'test/display/{pages,stories,warnings}.ssr.test.tsx',
  'test/display/serverComponents.test.ts',
  'test/server/{bulkDeletion,conformance,properties,workersTypes}.test.ts',
  'test/cli/main.test.ts',
  'test/node/{effects,fileStore,formats,sharpTransformer}.test.ts',
  'test/readme/examples.test.ts',
  'test/upload/hotReload.test.ts',
  'test/url/{chromium,production}.test.ts',
  'test/vite/cloudflareImages.test.ts',
]

export default defineConfig({
  plugins: [react()],
  // Named, since a dependency that is found only while a test runs makes Vite serve a second React.
  optimizeDeps: {
    include: [
      '@tanstack/react-query',
      'react',
      'react-dom',
      'react-dom/client',
      'react-dom/server',
      'react-dropzone',
      'react-easy-crop',
      'react-hook-form',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'thumbhash',
    ],
  },
  resolve: { conditions: [...inPage, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [...source, ...defaultServerConditions] } },
  test: {
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    reporters: ['default', './test/support/storyReporter.ts'],
    coverage: { provider: 'v8', include: ['src/**'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          isolate: false,
          include: ['test/**/*.test.ts', 'test/**/*.ssr.test.tsx'],
          exclude: long,
        },
      },
      // A script of its own, so that the others take three minutes.
      { extends: true, test: { name: 'long', environment: 'node', include: long } },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          isolate: false,
          include: ['test/**/*.test.tsx'],
          exclude: ['test/**/*.{browser,ssr}.test.tsx'],
          setupFiles: ['./test/support/setup.dom.ts'],
        },
      },
      {
        extends: true,
        plugins: [emulated()],
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.tsx'],
          // One page, since they share an emulator; beside the tests in Node, which `fileParallelism` up here would bar.
          browser: { ...browser(), fileParallelism: false },
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook' })],
        // After the others: the faults that they ask the emulator for would be the stories' faults too.
        test: { name: 'storybook', browser: browser(), sequence: { groupOrder: 1 } },
      },
    ],
  },
})
