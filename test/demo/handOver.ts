import type { Page } from 'playwright'

/** Gives files to the uploader as a person does: some dragged from the desktop, some chosen in the dialog. */
export async function handOver(
  page: Page,
  { dropped, chosen }: { dropped: readonly string[]; chosen: readonly string[] },
): Promise<void> {
  const box = await page.locator('.rci-uploader').first().boundingBox()
  if (!box) throw new Error('The uploader is not on the page.')
  const session = await page.context().newCDPSession(page)
  const point = { x: box.x + box.width / 2, y: box.y + 30 }
  const data = { items: [], files: [...dropped], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...point, data })
  }
  await page
    .locator('.rci-uploader input[type=file]')
    .first()
    .setInputFiles([...chosen])
}
