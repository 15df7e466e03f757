import type { StorybookConfig } from '@storybook/react-vite'
import { emulated } from './emulated.ts'
import { staticEmulator } from './staticEmulator.ts'

export default {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  typescript: {
    reactDocgen: 'react-docgen-typescript',
    reactDocgenTypescriptOptions: {
      shouldExtractLiteralValuesFromEnum: true,
      propFilter: ({ declarations }) =>
        declarations?.every(({ fileName }) => !fileName.includes('node_modules')) ?? true,
    },
  },
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), emulated(), staticEmulator()],
  }),
} satisfies StorybookConfig
