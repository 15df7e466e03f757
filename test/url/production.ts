// Run by production.test.ts in a plain Node, where no `development` condition is set: prints what each call does there.
import { isImagesError } from 'react-cloudflare-images'
import {
  buildSrcSet,
  defineDelivery,
  deliveryUrl,
  formatOptions,
  widthLadder,
} from 'react-cloudflare-images/url'
import type { Delivery, TransformOptions } from 'react-cloudflare-images/url'

const delivery: Delivery = defineDelivery({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })
const wrong = (options: object) => options as TransformOptions

const calls: Record<string, () => unknown> = {
  negative: () => formatOptions({ width: -5 }),
  huge: () => formatOptions({ width: 12_001 }),
  notANumber: () => formatOptions({ width: Number.NaN }),
  infinite: () => formatOptions({ width: Infinity }),
  injected: () => formatOptions(wrong({ background: '"><script>alert(1)</script>' })),
  smuggled: () => formatOptions(wrong({ background: 'red,width=1/../x?y#z' })),
  halfCharacter: () => formatOptions({ background: '\uD800' }),
  unknown: () => formatOptions(wrong({ border: 1 })),
  unknownName: () => formatOptions(wrong({ 'x=1,width': 1 })),
  object: () => formatOptions(wrong({ width: {} })),
  nullish: () => formatOptions(wrong({ width: null })),
  nothing: () => deliveryUrl(delivery, 'ada', {}),
  dots: () => deliveryUrl(delivery, 'a/../b', 'public'),
  empty: () => deliveryUrl(delivery, '', 'public'),
  variant: () => deliveryUrl(delivery, 'ada', 'avatr'),
  candidate: () => buildSrcSet(delivery, 'ada', { widths: [Number.NaN] }),
  slot: () => widthLadder({ width: Number.NaN }),
}

const results = Object.entries(calls).map(([name, call]) => {
  try {
    return [name, call()]
  } catch (error) {
    return [
      name,
      isImagesError(error) ? { code: error.code, message: error.message } : String(error),
    ]
  }
})
console.log(JSON.stringify(Object.fromEntries(results)))
