// Delivers a HEIC from the command line, so that a test can run it where its decoder is missing.
import { createEmulator } from 'react-cloudflare-images/emulator'
import { sharpTransformer } from 'react-cloudflare-images/node'

const emulator = createEmulator({ transformer: sharpTransformer() })
const file = Uint8Array.from(Buffer.from(process.argv[2] ?? '', 'base64'))
await emulator.seed({ images: [{ id: 'heic', file }] })
const answer = await emulator.fetch(
  `http://images.test/${emulator.delivery.accountHash}/heic/public`,
)
console.log(answer.status, answer.headers.get('cf-resized'), await answer.text())
