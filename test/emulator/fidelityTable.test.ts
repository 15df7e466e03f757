import { createEmulator } from 'react-cloudflare-images/emulator'
import { sharpTransformer } from 'react-cloudflare-images/node'
import { expect, test } from 'vitest'
import { photograph } from '../support/pictures.ts'
import { optionRows } from './fidelityTable.ts'

const emulator = createEmulator({
  flexibleVariants: true,
  transformer: sharpTransformer(),
})
await emulator.seed({
  images: [{ id: 'photo', file: await photograph({ width: 60, height: 40 }) }],
})

const deliver = async (leaf: string) =>
  emulator.fetch(`http://images.test/${emulator.delivery.accountHash}/photo/${leaf}`)

/** One leaf for each option that is not said to be flagged. */
const leaves: Record<string, string> = {
  width: 'width=20',
  height: 'height=20',
  wbreakpoints: 'width=auto,wbreakpoints=20;30',
  wmobile: 'width=auto,wmobile=20',
  wdesktop: 'width=auto,wdesktop=20',
  dpr: 'width=20,dpr=2',
  fit: 'width=20,height=20,fit=pad',
  quality: 'quality=low',
  'slow-connection-quality': 'scq=20',
  format: 'format=webp',
  anim: 'anim=false',
  background: 'background=red',
  blur: 'blur=5',
  brightness: 'brightness=1.2',
  contrast: 'contrast=1.2',
  gamma: 'gamma=1.2',
  saturation: 'saturation=0',
  sharpen: 'sharpen=1',
  rotate: 'rotate=90',
  flip: 'flip=h',
  trim: 'trim=2;2;2;2',
  metadata: 'metadata=none',
  compression: 'compression=fast',
}

test.each(Object.entries(optionRows))(
  'what the table says of %s is what delivery says',
  async (name, { flagged, level }) => {
    const response = await deliver(flagged ?? leaves[name] ?? 'no leaf for this row')
    expect(response.status).toBe(200)
    const said = response.headers.get('cf-emulator')
    expect(flagged === undefined || level === 'approximate').toBe(true)
    expect(said ?? '').toMatch(
      flagged === undefined ? /^$/ : /^approximate=(gravity|segment|upscale)$/,
    )
  },
)

test.each(['border=1', 'draw=1', 'onerror=redirect', 'origin-auth=share-publicly'])(
  '%s is refused',
  async (leaf) => {
    const response = await deliver(leaf)
    expect([response.status, response.headers.get('cf-resized')]).toEqual([
      400,
      'err=9401',
    ])
  },
)
