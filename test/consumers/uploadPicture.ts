import type { Page } from 'playwright'
import { photograph } from '../support/pictures.ts'

/** Uploads a photograph of 640 × 480 by the page's file input, and waits until the page shows it as delivered. */
export async function uploadPicture(page: Page): Promise<void> {
  const bytes = await photograph({ width: 640, height: 480, grain: 24 })
  await page.locator('input[type=file]').setInputFiles({
    name: 'grain.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(bytes),
  })
  await page.locator('img[alt=Uploaded]').waitFor()
}
