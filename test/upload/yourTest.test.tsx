import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { createImagesApi, ImageUploader } from 'react-cloudflare-images'
import { createEmulator, emulatorTransport } from 'react-cloudflare-images/emulator'
import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'

test('a chosen picture is stored', async () => {
  const emulator = createEmulator()
  const cloud: typeof fetch = (url, init) => emulator.fetch(new Request(url, init))
  const images = cloudflareApi({ accountId: 'a', apiToken: 't', fetch: cloud })
  const handler = createImagesHandler({ images, authorize: () => ({ id: 'ada' }) })
  const backend: typeof fetch = (url, init) => handler(new Request(url, init))
  const api = createImagesApi({ endpoint: 'http://app/api/images', fetch: backend })
  render(<ImageUploader api={api} transport={emulatorTransport(emulator)} />)
  const gif = Uint8Array.from(atob('R0lGODlhAQABAAAAACwAAAAAAQABAAACADs='), (c) =>
    c.charCodeAt(0),
  )
  await userEvent.upload(screen.getByLabelText('Picture files'), new File([gif], 'a.gif'))
  await screen.findByText('Uploaded')
  expect((await api.list()).images).toHaveLength(1)
})
