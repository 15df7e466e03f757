import type { ImagesApi } from 'react-cloudflare-images'

/** Uploads a picture without the library's uploader: the two requests that any client makes. Answers with its id. */
export async function uploadPainting(api: ImagesApi, name: string): Promise<string> {
  const file = await painting(name)
  const { id, uploadURL } = await api.mint({
    filename: name,
    type: file.type,
    size: file.size,
    facts: { w: 600, h: 400 },
  })
  const body = new FormData()
  body.set('file', file)
  const response = await fetch(uploadURL, { method: 'POST', body })
  if (!response.ok) throw new Error(await response.text())
  return id
}

/** A PNG of 600 × 400, coloured by its name. */
export async function painting(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(600, 400)
  const context = canvas.getContext('2d')!
  const hue = (name.charCodeAt(0) * 37) % 360
  const gradient = context.createLinearGradient(0, 0, 600, 400)
  gradient.addColorStop(0, `hsl(${hue} 80% 70%)`)
  gradient.addColorStop(1, `hsl(${hue + 60} 70% 35%)`)
  context.fillStyle = gradient
  context.fillRect(0, 0, 600, 400)
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' })
}
