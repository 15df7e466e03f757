import { VariantImage } from 'react-cloudflare-images'
import { delivery } from '../delivery.ts'

export default function Page() {
  return <VariantImage id="photo" variant="square" alt="Square" delivery={delivery} />
}
