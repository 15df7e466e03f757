import { createElement } from 'react'
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import {
  defineDelivery,
  getImageProps,
  ImageState,
  ResponsiveImage,
  VariantImage,
} from 'react-cloudflare-images'
import { afterEach, describe, expect, test } from 'vitest'

const delivery = defineDelivery({
  accountHash: 'Emulator_Account_Hash_',
  baseUrl: '/cdn-cgi/imagedelivery',
  variants: { thumb: { width: 320, height: 240, fit: 'cover' }, card: { width: 640 } },
})
const coast = { id: 'samples/coast', meta: { rci: { w: 2400, h: 1600, c: '#5f8fb5' } } }
const portrait = { id: 'samples/portrait', meta: { rci: { w: 1600, h: 2400 } } }
/** One that no other test shows: Chromium keeps to a larger candidate that it has already. */
const sample = (name: string) => ({ ...coast, id: `samples/${name}` })
const given = { delivery, alt: 'A picture' }

let cleanUp: (() => void) | undefined
afterEach(() => cleanUp?.())

/** Renders a picture above a line of text, and gives back the two. */
function show(picture: ReactElement): { img: HTMLImageElement; line: HTMLElement } {
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  flushSync(() =>
    root.render(
      <div>
        {picture}
        <p>line</p>
      </div>,
    ),
  )
  cleanUp = () => {
    root.unmount()
    container.remove()
  }
  return { img: container.querySelector('img')!, line: container.querySelector('p')! }
}

const settled = (img: HTMLImageElement): Promise<void> =>
  new Promise((resolve) => {
    if (img.complete) resolve()
    else {
      img.addEventListener('load', () => resolve(), { once: true })
      img.addEventListener('error', () => resolve(), { once: true })
    }
  })

const frames = (count: number): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve(count > 1 ? frames(count - 1) : undefined))
  })

async function pixelsOf(img: HTMLImageElement): Promise<[number, number]> {
  const { width, height } = await createImageBitmap(
    await (await fetch(img.currentSrc)).blob(),
  )
  return [width, height]
}

describe('the page does not jump', () => {
  test.each([
    [
      'a variant that crops',
      <VariantImage key="" {...given} id={coast.id} variant="thumb" />,
    ],
    [
      'a variant that keeps the ratio',
      <VariantImage key="" {...given} image={coast} variant="card" />,
    ],
    ['constrained', <ResponsiveImage key="" {...given} image={coast} width={300} />],
    [
      'fixed',
      <ResponsiveImage key="" {...given} image={coast} layout="fixed" width={200} />,
    ],
    [
      'by height',
      <ResponsiveImage key="" {...given} image={coast} layout="fixed" height={200} />,
    ],
    [
      'full width',
      <ResponsiveImage key="" {...given} image={coast} layout="fullWidth" />,
    ],
    [
      'cropped',
      <ResponsiveImage key="" {...given} image={portrait} width={300} aspectRatio={2} />,
    ],
    [
      'full width, cropped',
      <ResponsiveImage
        key=""
        {...given}
        id={coast.id}
        layout="fullWidth"
        aspectRatio={3}
      />,
    ],
    [
      'framed',
      <ResponsiveImage
        key=""
        {...given}
        image={portrait}
        width={300}
        height={200}
        fit="contain"
      />,
    ],
    [
      'framed and fixed',
      <ResponsiveImage
        key=""
        {...given}
        image={portrait}
        layout="fixed"
        width={300}
        height={200}
        fit="scale-down"
      />,
    ],
  ])('%s', async (_, picture) => {
    const { img, line } = show(picture)
    const before = [img.offsetWidth, img.offsetHeight, line.offsetTop]
    expect(img.complete).toBe(false)
    expect(img.offsetHeight).toBeGreaterThan(20)
    await settled(img)
    await frames(2)
    expect(img.naturalWidth).toBeGreaterThan(0)
    expect([img.offsetWidth, img.offsetHeight, line.offsetTop]).toEqual(before)
  })

  test.each([
    ['inline', ''],
    ['a block', 'block'],
  ])('when a picture that is %s gives way to its fallback', async (_, display) => {
    const { img, line } = show(
      <ImageState fallback="gone">
        <ResponsiveImage
          {...given}
          id="nobody/knows"
          width={300}
          height={200}
          style={{ display }}
        />
      </ImageState>,
    )
    const before = line.offsetTop
    expect(before).toBeGreaterThanOrEqual(200)
    await settled(img)
    await frames(2)
    const fallback = document.querySelector<HTMLElement>('[role=img]')!
    expect(fallback.textContent).toBe('gone')
    expect([fallback.offsetWidth, fallback.offsetHeight]).toEqual([300, 200])
    expect(line.offsetTop).toBe(before)
  })
})

describe('the browser chooses', () => {
  test.each([
    [300, { image: sample('dunes'), width: 480 }],
    [600, { image: sample('forest'), width: 1200 }],
    [700, { image: sample('city'), layout: 'fullWidth' as const }],
  ])(
    'in a container of %i pixels, the smallest candidate that is wide enough',
    async (wide, props) => {
      const { img } = show(
        <div style={{ width: wide }}>
          <ResponsiveImage {...given} {...props} />
        </div>,
      )
      await settled(img)
      await frames(2)
      await settled(img)
      const needed = img.offsetWidth * devicePixelRatio
      const widths = img.srcset
        .split(', ')
        .map((each) => Number.parseInt(each.split(' ')[1]!, 10))
      const best = widths.find((width) => width >= needed) ?? widths.at(-1)
      expect(img.currentSrc).toMatch(new RegExp(`/width=${best}$`))
      expect((await pixelsOf(img))[0]).toBe(best)
    },
  )

  test('from pixels that are what the URL says', async () => {
    const { img } = show(
      <ResponsiveImage
        {...given}
        image={portrait}
        layout="fixed"
        width={120}
        aspectRatio={1}
      />,
    )
    await settled(img)
    const size = 120 * Math.min(2, Math.ceil(devicePixelRatio))
    expect(await pixelsOf(img)).toEqual([size, size])
  })
})

test('a picture that failed before the page came to life shows its fallback, and is asked for once', async () => {
  const page = (
    <ImageState fallback="gone">
      <ResponsiveImage
        {...given}
        id="nobody/was/here"
        width={300}
        height={200}
        priority
      />
    </ImageState>
  )
  const url = getImageProps({
    ...given,
    id: 'nobody/was/here',
    width: 300,
    height: 200,
  }).src!
  const asked = () =>
    performance
      .getEntriesByType('resource')
      // In development the library asks once more, for the reason.
      .filter((entry) => (entry as PerformanceResourceTiming).initiatorType === 'img')
      .filter(({ name }) => name.includes(url.split('/width')[0]!))
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = renderToString(page).replace(/<link[^>]*>/g, '')
  const img = container.querySelector('img')!
  await settled(img)
  await frames(2)
  const before = asked().length
  const complaints: unknown[] = []
  const root = hydrateRoot(
    container,
    createElement(() => page),
    {
      onRecoverableError: (error) => complaints.push(error),
    },
  )
  cleanUp = () => {
    root.unmount()
    container.remove()
  }
  await expect.poll(() => container.textContent).toBe('gone')
  expect(complaints).toEqual([])
  expect(asked()).toHaveLength(before)
})
