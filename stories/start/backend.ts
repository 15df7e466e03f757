import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'
import { userOf } from './session.ts' // yours: who is signed in? null answers 401

const { CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN, CLOUDFLARE_API_BASE_URL } =
  process.env
const images = cloudflareApi({
  accountId: CLOUDFLARE_ACCOUNT_ID!,
  apiToken: CLOUDFLARE_API_TOKEN!,
  baseUrl: CLOUDFLARE_API_BASE_URL, // the emulator's; unset for Cloudflare itself
})
export const handler = createImagesHandler({ images, authorize: userOf })
