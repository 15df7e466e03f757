// The contract of drivers inside workerd: on Cloudflare's own simulator of the binding, and on the emulator's.
import { createEmulator, emulatorBinding } from 'react-cloudflare-images/emulator'
import { imagesBinding } from 'react-cloudflare-images/server'
import type { WorkersImagesBinding } from 'react-cloudflare-images/server'
import { clientContract, pixel } from './clientContract.ts'
import type { ContractWorld } from './clientContract.ts'

/** What became of one clause. */
export interface ContractResult {
  title: string
  reason?: string
}

export default {
  fetch: async (
    request: Request,
    env: { IMAGES: WorkersImagesBinding },
  ): Promise<Response> => {
    const isSimulator = new URL(request.url).pathname === '/simulator'
    const results: ContractResult[] = []
    for (const { title, inSimulator, run } of clientContract) {
      if (isSimulator && !inSimulator) continue
      try {
        await run(isSimulator ? await simulated(env) : emulated())
        results.push({ title })
      } catch (error) {
        results.push({ title, reason: String(error) })
      }
    }
    return Response.json(results)
  },
}

/** Cloudflare's simulator, emptied; it has neither upload URLs nor delivery URLs of its own. */
async function simulated({
  IMAGES,
}: {
  IMAGES: WorkersImagesBinding
}): Promise<ContractWorld> {
  const images = imagesBinding(IMAGES)
  const { images: left } = await images.list()
  for (const { id } of left) await images.delete(id)
  const none = () => Promise.reject(new Error('The simulator has none.'))
  return { images, send: none, show: none }
}

function emulated(): ContractWorld {
  const emulator = createEmulator()
  return {
    images: imagesBinding(emulatorBinding(emulator)),
    send: (url) => {
      const body = new FormData()
      body.set('file', new File([pixel], 'pixel.png', { type: 'image/png' }))
      return emulator.fetch(new Request(url, { method: 'POST', body }))
    },
    show: (url) => emulator.fetch(new Request(url)),
  }
}
