import type { ImagesUser } from './ImagesHandlerOptions.ts'

/** Everybody who did not sign in: one object, told from any user of the app by being this one. */
export const anonymousUser: ImagesUser = Object.freeze({
  id: 'react-cloudflare-images:anonymous',
})
