'use client'
import { use } from 'react'
import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import { ManageContext } from './ManageContext.ts'
import type { ManageContextValue } from './ManageContext.ts'

/**
 * What `ImagesProvider` gives to this room.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 */
export function useManage(): ManageContextValue {
  const manage = use(ManageContext)
  if (manage) return manage
  throw new ImagesError('no-provider', isDevelopment ? advice : '')
}

const advice = `This hook or component is not inside an <ImagesProvider>, so it does not know which backend to ask. Put one near the root of the app:

  import { ImagesProvider } from 'react-cloudflare-images'

  <ImagesProvider endpoint="/api/images">
    …
  </ImagesProvider>
`
