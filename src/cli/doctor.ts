import { isImagesError } from '../api/ImagesError.ts'
import type { HostedDirectUpload } from '../api/HostedImage.ts'
import type { ImagesClient } from '../server/ImagesClient.ts'
import type { Delivery } from '../url/Delivery.ts'
import { compareVariants } from './compareVariants.ts'
import type { AccountEnv } from './connect.ts'

/** What is examined. */
export interface DoctorOptions {
  images: ImagesClient
  env: AccountEnv
  /** The value of `defineDelivery`, where the account is to be held against it. */
  delivery?: Delivery | undefined
}

/** What was found. */
export interface Diagnosis {
  /** Line by line, each fix under its finding. */
  text: string
  isHealthy: boolean
}

/**
 * Examines an account from without: token and scopes, hash, flexible variants, variants, upload host. It reserves one
 * upload, which it deletes again, and changes nothing else.
 */
export async function doctor({
  images,
  env,
  delivery,
}: DoctorOptions): Promise<Diagnosis> {
  const lines: string[] = []
  let isHealthy = true
  const good = (text: string) => lines.push(`ok    ${text}`)
  const bad = (text: string, fix: string) => {
    isHealthy = false
    lines.push(`WRONG ${text}\n      ${fix}`)
  }
  const finish = (): Diagnosis => ({ text: `${lines.join('\n')}\n`, isHealthy })

  const count = await attempt(async () => (await images.stats()).count)
  if (count.error) {
    bad(`the account cannot be read: ${count.error}`, fixOf(count.code))
    return finish()
  }
  good(`the token reads: ${count.value?.current} of ${count.value?.allowed} images`)

  const reserved = await attempt(async () =>
    images.createDirectUpload({ expiresIn: 150 }),
  )
  if (reserved.error)
    bad(
      `the token cannot write: ${reserved.error}`,
      'Give the token Images Read and Images Write for this account: it reads already.',
    )
  if (reserved.value) {
    good('the token writes')
    checkHash(reserved.value, {
      hash: delivery?.accountHash ?? env['CLOUDFLARE_IMAGES_ACCOUNT_HASH'],
      good,
      bad,
    })
    const refusal = await preflight(reserved.value.uploadURL)
    if (refusal === undefined) good('pages may upload: the preflight is answered')
    else
      bad(
        `pages may not upload: ${refusal}`,
        'Uploads still work without progress; `fallback: viaBackend()` sends through your backend.',
      )
    await attempt(async () => images.delete(reserved.value!.id))
  }

  const config = await attempt(async () => images.config.get())
  if (config.value && (delivery?.flexible ?? true)) {
    if (config.value.flexible_variants) good('flexible variants are on')
    else
      bad(
        'flexible variants are off, so every URL with options answers 9429',
        'Switch them on under Images, Delivery, or write flexible: false in defineDelivery.',
      )
  }
  if (delivery) {
    const found = compareVariants(delivery.variants, await images.variants.list())
    for (const { name, state, about } of found) {
      if (state === 'same') good(`variant ${name}`)
      if (state === 'missing' || state === 'different')
        bad(
          `variant ${name} is ${state}: ${about}`,
          'react-cloudflare-images variants push makes it so.',
        )
    }
  }
  return finish()
}

interface Saying {
  hash: string | undefined
  good: (text: string) => void
  bad: (text: string, fix: string) => void
}

/** The hash is in upload URLs, and no call returns it by itself. [obs] */
const checkHash = ({ uploadURL }: HostedDirectUpload, { hash, good, bad }: Saying) => {
  const real = new URL(uploadURL).pathname.split('/')[1] ?? ''
  if (hash === undefined) good(`the account hash is ${real}`)
  else if (hash === real) good('the account hash is right')
  else
    bad(
      `the account hash is ${real}, not ${hash}, so no picture can be shown`,
      `Write accountHash: '${real}' in defineDelivery.`,
    )
}

/** As a page asks that listens to progress; undefined where it may go on. */
const preflight = async (url: string): Promise<string | undefined> => {
  try {
    const { status, headers } = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://doctor.example',
        'access-control-request-method': 'POST',
      },
    })
    const allowed = headers.get('access-control-allow-origin')
    return status < 300 && allowed
      ? undefined
      : `the preflight is answered with ${status}`
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error
    return cause instanceof Error ? cause.message : String(cause)
  }
}

interface Attempt<TValue> {
  value?: TValue
  error?: string
  code?: string
}

const attempt = async <TValue>(work: () => Promise<TValue>): Promise<Attempt<TValue>> => {
  try {
    return { value: await work() }
  } catch (error) {
    if (!isImagesError(error)) throw error
    return { error: error.message, code: error.code }
  }
}

const fixOf = (code: string | undefined) => {
  switch (code) {
    case 'unauthorized':
      return 'Make a token with Images Read and Images Write, and put it in CLOUDFLARE_API_TOKEN.'
    case 'forbidden':
      return 'Give the token Images Read and Images Write for this account; see that CLOUDFLARE_ACCOUNT_ID is its id and that the account has Images.'
    case 'network':
    case 'timeout':
      return 'See that CLOUDFLARE_API_BASE_URL is right, and that this machine reaches it.'
    case undefined:
    default:
      return 'See that CLOUDFLARE_ACCOUNT_ID is the id of the account, and not its hash.'
  }
}
