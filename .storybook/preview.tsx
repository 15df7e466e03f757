import type { Decorator, Preview } from '@storybook/react-vite'
import { ImagesProvider } from 'react-cloudflare-images'
import 'react-cloudflare-images/styles.css'
import { configure } from 'storybook/test'
import { delivery } from '../stories/delivery.ts'
import './preview.css'
import { startWorker } from './startWorker.ts'
import { StaticNotice } from './StaticNotice.tsx'

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 })

/** Whether the static build has its service worker; undefined where a server does its work. */
let isAlive: boolean | undefined

/** Every story is a page of an app: under the provider, on the background of its scheme, in its direction. */
const app: Decorator = (Story, { globals, parameters, title }) => {
  const scheme = globals['scheme'] === 'dark' ? 'dark' : 'light'
  document.documentElement.dataset['scheme'] = scheme
  document.documentElement.dir = globals['direction'] === 'rtl' ? 'rtl' : 'ltr'
  if (parameters['provider'] === false) return <Story />
  return (
    <ImagesProvider endpoint="/api/images" delivery={delivery} theme={scheme}>
      {isAlive !== undefined && (!isAlive || title === 'Start here') && (
        <StaticNotice isAlive={isAlive} />
      )}
      <Story />
    </ImagesProvider>
  )
}

export default {
  beforeAll: async () => {
    if (import.meta.env.PROD) isAlive = await startWorker()
  },
  decorators: [app],
  afterEach: ({ playFunction, reporting }) => {
    if (!playFunction) return
    reporting.addReport({ type: 'play', version: 1, result: {}, status: 'passed' })
  },
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'padded',
    options: {
      storySort: { order: ['Start here', 'display', 'upload', 'manage', 'provider'] },
    },
  },
  globalTypes: {
    scheme: {
      description: 'Light or dark',
      toolbar: {
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        icon: 'transfer',
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { scheme: 'light', direction: 'ltr' },
} satisfies Preview
