import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createEmulator } from 'react-cloudflare-images/emulator'
import { serveEmulator, sharpTransformer } from 'react-cloudflare-images/node'
import type { EmulatorServer } from 'react-cloudflare-images/node'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { photograph } from '../support/pictures.ts'

const run = promisify(execFile)
const emulator = createEmulator({ transformer: sharpTransformer() })
let server: EmulatorServer
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'curl-'))
  await writeFile(
    join(directory, 'image.png'),
    await photograph({ format: 'png', width: 600, height: 400 }),
  )
  server = await serveEmulator(emulator)
})

afterAll(async () => {
  await server.close()
  await emulator.close()
  await rm(directory, { recursive: true })
})

/**
 * Runs a command line of Cloudflare's documentation by the shell and the curl binary. Only what the documentation
 * itself leaves open is filled in: host, account, token, and the values in angle brackets.
 */
const documented = async (line: string, values: Record<string, string> = {}) => {
  const { CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN } = emulator.env(server.origin)
  let filled = line
    .replaceAll('https://api.cloudflare.com', server.origin)
    .replaceAll('https://batch.imagedelivery.net', server.origin)
  for (const [name, value] of Object.entries({
    ACCOUNT_ID: CLOUDFLARE_ACCOUNT_ID,
    API_TOKEN: CLOUDFLARE_API_TOKEN,
    ACCOUNT_TAG: CLOUDFLARE_ACCOUNT_ID,
    ...values,
  })) {
    filled = filled
      .replaceAll(`<${name}>`, value)
      .replaceAll(`$${name}`, value)
      .replaceAll(`{${name.toLowerCase()}}`, value)
  }
  const { stdout } = await run('sh', ['-c', filled.replace(/^curl/, 'curl -sS')], {
    cwd: directory,
    maxBuffer: 2 ** 25,
  })
  return JSON.parse(stdout) as {
    success: boolean
    result: Record<string, string> & {
      variants: string[]
      images: { id: string }[]
      draft?: boolean
    }
    errors: { code: number }[]
  }
}

/** The one program that these tests need beside Node; where it is missing they are shown as skipped. */
const hasCurl = spawnSync('curl', ['--version']).status === 0

describe.runIf(hasCurl || process.env['CI'])('by curl', () => {
  test('upload from a file, deliver, delete', async () => {
    const uploaded = await documented(`curl --request POST \\
  https://api.cloudflare.com/client/v4/accounts/<ACCOUNT_ID>/images/v1 \\
  --header "Authorization: Bearer <API_TOKEN>" \\
  --header "Content-Type: multipart/form-data" \\
  --form file=@./image.png \\
  --form 'metadata={"key":"value"}' \\
  --form 'requireSignedURLs=false'`)
    expect(uploaded).toMatchObject({
      success: true,
      result: { filename: 'image.png', meta: { key: 'value' } },
    })

    const { stdout } = await run('curl', ['-sS', uploaded.result.variants[0] ?? ''], {
      encoding: 'buffer',
    })
    expect(await sharp(stdout).metadata()).toMatchObject({
      format: 'png',
      width: 600,
      height: 400,
    })

    const deleted = await documented(
      `curl --request DELETE https://api.cloudflare.com/client/v4/accounts/{account_id}/images/v1/{image_id} \\
  --header "Authorization: Bearer <API_TOKEN>"`,
      { IMAGE_ID: uploaded.result['id'] ?? '' },
    )
    expect(deleted).toMatchObject({ success: true, result: {} })
  })

  test('upload by a custom path', async () => {
    const uploaded = await documented(`curl --request POST \\
  https://api.cloudflare.com/client/v4/accounts/<ACCOUNT_ID>/images/v1 \\
  --header "Authorization: Bearer <API_TOKEN>" \\
  --form 'file=@./image.png' \\
  --form 'id=folder/sub/image-1'`)
    expect(uploaded.result['id']).toBe('folder/sub/image-1')
    const deleted = await documented(
      `curl --request DELETE https://api.cloudflare.com/client/v4/accounts/<ACCOUNT_ID>/images/v1/folder%2Fsub%2Fimage-1 --header "Authorization: Bearer <API_TOKEN>"`,
    )
    expect(deleted.success).toBe(true)
  })

  test('direct creator upload, with the draft on the way', async () => {
    const minted = await documented(`curl --request POST \\
  https://api.cloudflare.com/client/v4/accounts/{account_id}/images/v2/direct_upload \\
  --header "Authorization: Bearer <API_TOKEN>" \\
  --form 'requireSignedURLs=true' \\
  --form 'metadata={"key":"value"}'`)
    const { id = '', uploadURL = '' } = minted.result
    const details = () =>
      documented(
        `curl https://api.cloudflare.com/client/v4/accounts/{account_id}/images/v1/{image_id} \\
  --header "Authorization: Bearer <API_TOKEN>"`,
        { IMAGE_ID: id },
      )
    expect((await details()).result.draft).toBe(true)
    const { stdout } = await run(
      'curl',
      ['-sS', '--form', 'file=@./image.png', uploadURL],
      { cwd: directory },
    )
    expect(JSON.parse(stdout)).toMatchObject({
      success: true,
      result: { id, requireSignedURLs: true },
    })
    expect((await details()).result).not.toHaveProperty('draft')
  })

  test('direct creator upload without a body', async () => {
    const minted = await documented(`curl --request POST \\
  https://api.cloudflare.com/client/v4/accounts/{account_id}/images/v2/direct_upload \\
  --header "Authorization: Bearer <API_TOKEN>" --header "Accept: application/json"`)
    expect(minted).toMatchObject({ success: true, result: { id: expect.any(String) } })
  })

  test('direct creator upload with JSON is refused, in text for curl', async () => {
    const { stdout } = await run('curl', [
      '-sS',
      '-w',
      ' %{http_code}',
      '-H',
      'Authorization: Bearer any',
      '-H',
      'Content-Type: application/json',
      '--data',
      '{"requireSignedURLs":true}',
      `${server.origin}/client/v4/accounts/any/images/v2/direct_upload`,
    ])
    expect(stdout).toBe(
      'ERROR 5415: Images must be uploaded as a form, not as raw image data. Please use multipart/form-data format 415',
    )
  })

  test('list, variants, flexible variants, browser TTL, keys', async () => {
    const variant =
      await documented(`curl "https://api.cloudflare.com/client/v4/accounts/<ACCOUNT_ID>/images/v1/variants" \\
  --header "Authorization: Bearer <API_TOKEN>" \\
  --header "Content-Type: application/json" \\
  --data '{"id":"avatar","options":{"width":100,"browser_ttl":86400}}'`)
    expect(variant).toMatchObject({
      success: true,
      result: { variant: { id: 'avatar', options: { width: 100 } } },
    })
    const flexible =
      await documented(`curl --request PATCH https://api.cloudflare.com/client/v4/accounts/{account_id}/images/v1/config \\
  --header "Authorization: Bearer <API_TOKEN>" \\
  --header "Content-Type: application/json" \\
  --data '{"flexible_variants": true}'`)
    expect(flexible.result).toMatchObject({ flexible_variants: true })
    const ttl =
      await documented(`curl --request PATCH 'https://api.cloudflare.com/client/v4/accounts/{account_id}/images/v1/config' \\
  --header 'Content-Type: application/json' \\
  --header 'Authorization: Bearer <API_TOKEN>' \\
  --data '{"browser_ttl": 31536000}'`)
    expect(ttl.result).toMatchObject({ browser_ttl: 31_536_000, flexible_variants: true })
    const keys =
      await documented(`curl --request PUT "https://api.cloudflare.com/client/v4/accounts/{account_id}/images/v1/keys/second" \\
  --header "Authorization: Bearer <API_TOKEN>"`)
    expect(keys.result['keys']).toHaveLength(2)
    const list =
      await documented(`curl "https://api.cloudflare.com/client/v4/accounts/<ACCOUNT_ID>/images/v2?per_page=1" \\
  --header "X-Auth-Email: ada@example.com" --header "X-Auth-Key: <API_TOKEN>"`)
    expect(list.result.images).toHaveLength(1)
  })

  test('batch', async () => {
    const { result } =
      await documented(`curl "https://api.cloudflare.com/client/v4/accounts/<ACCOUNT_ID>/images/v1/batch_token" \\
  --header "Authorization: Bearer <API_TOKEN>"`)
    const uploaded = await documented(
      `curl --request POST "https://batch.imagedelivery.net/images/v1" \\
  --header "Authorization: Bearer <BATCH_TOKEN>" \\
  --form 'file=@./image.png'`,
      { BATCH_TOKEN: result['token'] ?? '' },
    )
    expect(uploaded.success).toBe(true)
  })
})
