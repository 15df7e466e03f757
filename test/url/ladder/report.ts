import { widthLadder } from 'react-cloudflare-images/url'
import { constrained, fullWidth, overserve } from './overserve.ts'
import { unpicLadder } from './unpicLadder.ts'

// npx tsx --conditions react-cloudflare-images-source test/url/ladder/report.ts
const rows = [320, 400, 600, 800, 1000, 1200, 1600].map(
  (width) =>
    [
      `constrained ${width}`,
      widthLadder({ width }),
      unpicLadder(width),
      constrained(width),
    ] as const,
)
for (const [name, ours, theirs, slot] of [
  ...rows,
  ['full width', widthLadder({ layout: 'fullWidth' }), unpicLadder(), fullWidth] as const,
]) {
  for (const [who, ladder] of [
    ['ours', ours],
    ['unpic', theirs],
  ] as const) {
    const { mean, p95, reached } = overserve(ladder, slot)
    const figures = `${ladder.length} candidates, ${reached} taken, overserve ${mean.toFixed(3)}, p95 ${p95.toFixed(2)}`
    console.log(`${name.padEnd(17)} ${who.padEnd(6)} ${figures}  ${ladder.join(' ')}`)
  }
}
