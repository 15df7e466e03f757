import { addons } from 'storybook/manager-api'

// The pages to begin with are applications, which nobody turns by controls.
addons.setConfig({
  layoutCustomisations: {
    showPanel: ({ storyId }, isShown) =>
      storyId?.startsWith('start-here--') ? false : isShown,
  },
})
