import type { EmulatorEnv } from '../emulator/Emulator.ts'

/** What is told about an emulator that listens. */
export interface IntroduceOptions {
  origin: string
  env: EmulatorEnv
  /** Directory of images, where they are kept in one. */
  dir?: string | undefined
}

/** Says where the emulator is, and how curl, Node and Python reach it. */
export function introduce({ origin, env, dir }: IntroduceOptions): string {
  const exports = Object.entries(env).map(([name, value]) => `  export ${name}=${value}`)
  return `Cloudflare Images, emulated on ${origin}
Images are kept ${dir === undefined ? 'in memory, until this ends' : `in ${dir}`}.

What it holds and was asked: ${origin}/__emulator/

Environment:
${exports.join('\n')}

curl:
  curl -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" -F file=@photo.jpg \\
    $CLOUDFLARE_API_BASE_URL/accounts/$CLOUDFLARE_ACCOUNT_ID/images/v1
  curl -o small.jpg $CLOUDFLARE_IMAGES_BASE_URL/$CLOUDFLARE_IMAGES_ACCOUNT_HASH/IMAGE_ID/width=400

Node:
  cloudflareApi({
    accountId: process.env.CLOUDFLARE_ACCOUNT_ID,
    apiToken: process.env.CLOUDFLARE_API_TOKEN,
    baseUrl: process.env.CLOUDFLARE_API_BASE_URL,
  })

Python:
  Cloudflare(
    api_token=os.environ["CLOUDFLARE_API_TOKEN"],
    base_url=os.environ["CLOUDFLARE_API_BASE_URL"],
  ).images.v1.list(account_id=os.environ["CLOUDFLARE_ACCOUNT_ID"])
`
}
