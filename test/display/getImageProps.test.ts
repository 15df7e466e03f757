import { defineDelivery, getImageProps } from 'react-cloudflare-images'
import type { ImageFacts } from 'react-cloudflare-images'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const hash = 'Vi7wi5KSItxGFsWRG2Us6Q'
const base = `https://imagedelivery.net/${hash}/coast`
const delivery = defineDelivery({
  accountHash: hash,
  variants: {
    small: { width: 400 },
    medium: { width: 800 },
    large: { width: 1600 },
    square: { width: 300, height: 300, fit: 'cover' },
  },
})
const facts = { w: 4000, h: 3000 }
const image = { id: 'coast', meta: { rci: facts } }

/** The candidates of a srcset as [URL without the frame, descriptor]. */
function candidates(srcSet: string | undefined): [leaf: string, width: string][] {
  return (srcSet ?? '').split(', ').map((candidate) => {
    const [url = '', width = ''] = candidate.split(' ')
    expect(url.startsWith(`${base}/`)).toBe(true)
    return [url.slice(base.length + 1), width]
  })
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue()
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('what is given decides what is rendered', () => {
  test('nothing, with facts: intrinsic size, never wider than the source', () => {
    const props = getImageProps({ delivery, image, alt: '' })
    expect(props).toMatchObject({ width: 4000, height: 3000 })
    expect(props.style).toMatchObject({ maxWidth: '100%', height: 'auto' })
    const widths = candidates(props.srcSet).map(([, width]) => Number.parseInt(width, 10))
    expect(Math.max(...widths)).toBe(4000)
    for (const [leaf, width] of candidates(props.srcSet)) {
      expect(leaf).toBe(`width=${Number.parseInt(width, 10)}`)
    }
  })

  test('nothing, without facts: an error in development', () => {
    expect(() => getImageProps({ delivery, id: 'coast', alt: '' })).toThrow(
      expect.objectContaining({ name: 'ImagesError', code: 'invalid-options' }),
    )
  })

  test('width, with facts: height from the facts, only width in the URLs', () => {
    const props = getImageProps({ delivery, image, alt: '', width: 800 })
    expect(props).toMatchObject({ width: 800, height: 600, src: `${base}/width=800` })
    for (const [leaf] of candidates(props.srcSet)) expect(leaf).toMatch(/^width=\d+$/)
  })

  test('width, without facts: no height and a warning', () => {
    const props = getImageProps({ delivery, id: 'coast', alt: '', width: 810 })
    expect(props.width).toBe(810)
    expect(props.height).toBeUndefined()
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('jump'))
  })

  test.each([
    ['width and height', { width: 800, height: 400 }],
    ['width and aspectRatio', { width: 800, aspectRatio: 2 }],
  ])('%s: that ratio, cut without enlarging', (_, size) => {
    for (const layout of ['constrained', 'fixed'] as const) {
      const props = getImageProps({ delivery, image, alt: '', layout, ...size })
      expect(props).toMatchObject({ width: 800, height: 400 })
      for (const [leaf, width] of candidates(props.srcSet)) {
        const wide = Number.parseInt(width, 10)
        expect(leaf).toBe(`width=${wide},height=${Math.round(wide / 2)},fit=aspect-crop`)
      }
    }
  })

  test('the focal point in the facts is what stays in view', () => {
    const focused = { id: 'coast', meta: { rci: { ...facts, f: [0.25, 0.5] as const } } }
    const props = getImageProps({
      delivery,
      image: focused,
      alt: '',
      width: 300,
      height: 300,
    })
    expect(props.src).toBe(
      `${base}/width=300,height=300,fit=aspect-crop,gravity=0.25x0.5`,
    )
    const told = { width: 300, height: 300, gravity: 'face' } as const
    expect(getImageProps({ delivery, image: focused, alt: '', ...told }).src).toContain(
      'gravity=face',
    )
  })

  test.each([
    { width: 800, height: 600 },
    { width: 800, height: 604 },
    { width: 800, aspectRatio: 4 / 3 },
  ])('%o: nothing is cut where it is the own ratio within one per cent', (size) => {
    const props = getImageProps({ delivery, image, alt: '', ...size })
    for (const [leaf] of candidates(props.srcSet)) expect(leaf).toMatch(/^width=\d+$/)
  })

  test('a ratio that is two per cent off is cut', () => {
    const { src } = getImageProps({ delivery, image, alt: '', width: 800, height: 612 })
    expect(src).toBe(`${base}/width=800,height=612,fit=aspect-crop`)
  })

  test.each(['contain', 'scale-down'] as const)(
    'width, height and fit=%s: a frame that shows all of it',
    (fit) => {
      const size = { width: 400, height: 400 }
      const props = getImageProps({ delivery, image, alt: '', fit, ...size })
      expect(props).toMatchObject(size)
      expect(props.style).toMatchObject({ objectFit: 'contain' })
      expect(props.src).toBe(`${base}/width=400,height=400,fit=${fit}`)
    },
  )

  test('aspectRatio only, fullWidth: the ratio by attributes, the ladder times the ratio', () => {
    const props = getImageProps({
      delivery,
      id: 'coast',
      alt: '',
      layout: 'fullWidth',
      aspectRatio: 16 / 9,
    })
    expect(Number(props.width) / Number(props.height)).toBeCloseTo(16 / 9, 2)
    expect(props.style).toMatchObject({ width: '100%', height: 'auto' })
    expect(candidates(props.srcSet).length).toBeGreaterThan(4)
    for (const [leaf, width] of candidates(props.srcSet)) {
      const wide = Number.parseInt(width, 10)
      expect(leaf).toBe(
        `width=${wide},height=${Math.round((wide * 9) / 16)},fit=aspect-crop`,
      )
    }
  })

  test('height only, fixed: width from the facts, height in the URLs', () => {
    const props = getImageProps({
      delivery,
      image,
      alt: '',
      layout: 'fixed',
      height: 300,
    })
    expect(props).toMatchObject({ width: 400, height: 300, src: `${base}/height=300` })
    expect(candidates(props.srcSet)).toEqual([
      ['height=300', '400w'],
      ['height=600', '800w'],
    ])
  })

  test('height only, without facts: an error in development', () => {
    expect(() =>
      getImageProps({ delivery, id: 'coast', alt: '', layout: 'fixed', height: 300 }),
    ).toThrow(expect.objectContaining({ code: 'invalid-options' }))
  })
})

describe('candidates', () => {
  test('none is wider than the source, or than the part of it that the ratio leaves', () => {
    const small = { id: 'coast', meta: { rci: { w: 1000, h: 500 } } }
    const widest = (props: { srcSet?: string | undefined }) =>
      Math.max(...candidates(props.srcSet).map(([, width]) => Number.parseInt(width, 10)))
    expect(widest(getImageProps({ delivery, image: small, alt: '', width: 800 }))).toBe(
      1000,
    )
    const square = { layout: 'fullWidth', aspectRatio: 1 } as const
    const { src, srcSet } = getImageProps({ delivery, image: small, alt: '', ...square })
    expect(srcSet).toBeUndefined()
    expect(src).toBe(`${base}/width=500,height=500,fit=aspect-crop`)
  })

  test('a fixed picture has one for 1x and one for 2x', () => {
    const { srcSet } = getImageProps({
      delivery,
      image,
      alt: '',
      layout: 'fixed',
      width: 300,
    })
    expect(candidates(srcSet)).toEqual([
      ['width=300', '300w'],
      ['width=600', '600w'],
    ])
  })

  test('a drawing has one URL and no srcset', () => {
    const drawing = { id: 'logo', filename: 'logo.svg', meta: { rci: { w: 100, h: 50 } } }
    const props = getImageProps({ delivery, image: drawing, alt: '', width: 400 })
    expect(props.src).toBe(`https://imagedelivery.net/${hash}/logo/format=auto`)
    expect(props.srcSet).toBeUndefined()
  })

  test('quality and further options are part of every URL', () => {
    const { src } = getImageProps({
      delivery,
      image,
      alt: '',
      width: 400,
      quality: 'medium-low',
      options: { anim: false },
    })
    const leaf = new Set(src?.slice(base.length + 1).split(','))
    expect(leaf).toEqual(new Set(['width=400', 'quality=medium-low', 'anim=false']))
  })
})

describe('sizes', () => {
  test('a lazy picture of known ratio lets the browser see its width', () => {
    const { sizes } = getImageProps({ delivery, image, alt: '', width: 800 })
    expect(sizes).toBe('auto, (min-width: 800px) 800px, 100vw')
  })

  test.each([
    ['an urgent picture', { image, width: 800, priority: true }],
    ['a picture of unknown ratio', { id: 'coast', width: 800 }],
    ['an eager picture', { image, width: 800, loading: 'eager' as const }],
  ])('%s does not', (_, given) => {
    expect(getImageProps({ delivery, alt: '', ...given }).sizes).toBe(
      '(min-width: 800px) 800px, 100vw',
    )
  })

  test('a text stays as it is written', () => {
    const given = { delivery, image, alt: '', width: 800, sizes: '50vw' }
    expect(getImageProps({ ...given, priority: true }).sizes).toBe('50vw')
    expect(getImageProps(given).sizes).toBe('auto, 50vw')
    expect(getImageProps({ ...given, sizes: 'auto, 9vw' }).sizes).toBe('auto, 9vw')
  })
})

describe('urgency', () => {
  test('pictures wait until they come near the screen', () => {
    expect(getImageProps({ delivery, image, alt: '' })).toMatchObject({
      loading: 'lazy',
      decoding: 'async',
    })
    expect(getImageProps({ delivery, image, alt: '' }).fetchPriority).toBeUndefined()
  })

  test('with priority they come at once and first', () => {
    expect(getImageProps({ delivery, image, alt: '', priority: true })).toMatchObject({
      loading: 'eager',
      fetchPriority: 'high',
      decoding: 'async',
    })
  })
})

describe('a named variant', () => {
  test('has its own URL and size', () => {
    expect(
      getImageProps({ delivery, id: 'coast', variant: 'square', alt: '' }),
    ).toMatchObject({
      src: `${base}/square`,
      width: 300,
      height: 300,
    })
  })

  test('has the size in which the picture comes', () => {
    expect(getImageProps({ delivery, image, variant: 'medium', alt: '' })).toMatchObject({
      width: 800,
      height: 600,
    })
  })

  test('may be several, for denser screens', () => {
    const props = getImageProps({
      delivery,
      image,
      variant: ['small', 'medium'],
      alt: '',
    })
    expect(props.src).toBe(`${base}/small`)
    expect(props.srcSet).toBe(`${base}/small 1x, ${base}/medium 2x`)
  })

  test('that the account does not have is refused', () => {
    expect(() =>
      // @ts-expect-error a name that is none
      getImageProps({ delivery, id: 'coast', variant: 'smal', alt: '' }),
    ).toThrow(expect.objectContaining({ code: 'unknown-variant' }))
  })
})

describe('a picture that is given by URL', () => {
  test.each([
    `https://imagedelivery.net/${hash}/people/ada/public`,
    `https://example.com/cdn-cgi/imagedelivery/${hash}/people/ada/width=20,blur=5`,
    `/cdn-cgi/imagedelivery/${hash}/people/ada/public`,
  ])('%s gets the last part that it needs', (src) => {
    const frame = src.slice(0, src.lastIndexOf('/'))
    expect(getImageProps({ src, alt: '', delivery, variant: 'square' }).src).toBe(
      `${frame}/square`,
    )
    expect(getImageProps({ src, alt: '', width: 400, height: 300 }).src).toBe(
      `${frame}/width=400,height=300,fit=aspect-crop`,
    )
  })

  test('is known by the delivery where its host says nothing', () => {
    const own = defineDelivery({ accountHash: hash, baseUrl: 'http://localhost:8787' })
    const src = `http://localhost:8787/${hash}/coast/public`
    expect(getImageProps({ delivery: own, src, alt: '', width: 400 }).src).toBe(
      `http://localhost:8787/${hash}/coast/width=400`,
    )
    const friendly = defineDelivery({ accountHash: hash, path: '/photos/{id}/{leaf}' })
    expect(
      getImageProps({
        delivery: friendly,
        src: '/photos/a/b/public',
        alt: '',
        width: 400,
      }).src,
    ).toBe('/photos/a/b/width=400')
  })

  test('stays as it is where it is signed', () => {
    const src = `https://imagedelivery.net/${hash}/coast/public?exp=1795305600&sig=6ef4`
    const props = getImageProps({ src, alt: '', width: 400, height: 300 })
    expect(props.src).toBe(src)
    expect(props.srcSet).toBeUndefined()
    expect(console.warn).not.toHaveBeenCalled()
  })

  test('is shown as it is, with a warning, where it is no delivery URL', () => {
    const src = 'https://example.com/a,b/photo.jpg'
    const props = getImageProps({ src, alt: '', width: 400, height: 300 })
    expect(props).toMatchObject({ src, width: 400, height: 300 })
    expect(props.srcSet).toBeUndefined()
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('no delivery URL'))
  })
})

describe('words', () => {
  const said = { id: 'coast', meta: { rci: { ...facts, alt: 'A coast at dusk' } } }

  test('come from the facts where there are none', () => {
    expect(getImageProps({ delivery, image: said }).alt).toBe('A coast at dusk')
    expect(getImageProps({ delivery, image: said, alt: 'Dusk' }).alt).toBe('Dusk')
    expect(getImageProps({ delivery, image: said, alt: '' }).alt).toBe('')
    expect(console.warn).not.toHaveBeenCalled()
  })

  test('are missed in development', () => {
    expect(getImageProps({ delivery, image: { ...image, id: 'mute' } }).alt).toBe('')
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('mute'))
  })
})

describe('placeholder', () => {
  const background = (rci: ImageFacts, placeholder?: 'none' | (() => string)) =>
    getImageProps({
      delivery,
      image: { id: 'coast', meta: { rci } },
      alt: '',
      ...(placeholder && { placeholder }),
    }).style?.background

  test('is the average colour', () => {
    expect(background({ ...facts, c: '#a1b2c3' })).toBe('#a1b2c3')
  })

  test('is what a function makes of the facts', () => {
    expect(background({ ...facts, c: '#a1b2c3' }, () => 'gold')).toBe('gold')
  })

  test('is absent where told, unknown, or where the picture has transparent pixels', () => {
    expect(background({ ...facts, c: '#a1b2c3' }, 'none')).toBeUndefined()
    expect(background(facts)).toBeUndefined()
    expect(background({ ...facts, c: '#a1b2c3', a: 1 })).toBeUndefined()
  })
})

describe('private images', () => {
  const urls = {
    small: `${base}/small?exp=1795305600&sig=aa`,
    medium: `${base}/medium?exp=1795305600&sig=bb`,
    large: `${base}/large?exp=1795305600&sig=cc`,
  }
  const secret = { ...image, requireSignedURLs: true, urls }

  test('use the URLs that came with them', () => {
    const props = getImageProps({
      delivery,
      image: secret,
      alt: '',
      width: 800,
      variants: ['large', 'small', 'medium'],
    })
    expect(props.src).toBe(urls.medium)
    expect(props.srcSet).toBe(
      `${urls.small} 400w, ${urls.medium} 800w, ${urls.large} 1600w`,
    )
    expect(
      getImageProps({ delivery, image: secret, alt: '', variant: 'small' }).src,
    ).toBe(urls.small)
  })

  test('use signed URLs that are given', () => {
    const props = getImageProps({
      delivery,
      id: 'coast',
      alt: '',
      width: 400,
      height: 300,
      variants: ['small', 'medium'],
      signedUrls: urls,
    })
    expect(props.srcSet).toBe(`${urls.small} 400w, ${urls.medium} 800w`)
  })

  test('take what is signed where no variants are named', () => {
    const image = { ...secret, urls: { small: urls.small, large: urls.large } }
    expect(getImageProps({ delivery, image, alt: '', width: 400 }).srcSet).toBe(
      `${urls.small} 400w, ${urls.large} 1600w`,
    )
  })

  test('refuse options, and say why', () => {
    expect(() =>
      getImageProps({ delivery, image: secret, alt: '', width: 400, quality: 50 }),
    ).toThrow(
      expect.objectContaining({
        code: 'private-image',
        message: expect.stringContaining('named variants only'),
      }),
    )
  })

  test('refuse a variant that is not signed', () => {
    expect(() =>
      getImageProps({
        delivery,
        image: { ...secret, urls: {} },
        alt: '',
        variant: 'small',
      }),
    ).toThrow(expect.objectContaining({ code: 'private-image' }))
  })
})

test('without flexible variants, the named ones that keep the ratio are the ladder', () => {
  const named = defineDelivery({
    accountHash: hash,
    flexible: false,
    variants: {
      small: { width: 400 },
      medium: { width: 800 },
      square: { width: 300, height: 300, fit: 'cover' },
      huge: { width: 9000 },
    },
  })
  const given = { delivery: named, image, alt: '', width: 400 }
  expect(getImageProps(given).srcSet).toBe(
    `${base}/small 400w, ${base}/medium 800w, ${base}/huge 4000w`,
  )
  expect(getImageProps({ ...given, width: 300, height: 300 }).src).toBe(`${base}/square`)
})

describe('strict CSP', () => {
  test('renders no style, and says to the stylesheet what it needs', () => {
    const coloured = { id: 'coast', meta: { rci: { ...facts, c: '#a1b2c3' } } }
    const props = getImageProps({ delivery, image: coloured, alt: '', csp: true })
    expect(props.style).toBeUndefined()
    expect(props).toMatchObject({
      'data-rci-layout': 'constrained',
      width: 4000,
      height: 3000,
    })
  })
})

describe('which picture', () => {
  test.each([
    ['none', {}],
    ['two', { id: 'coast', src: '/a.jpg' }],
    ['three', { id: 'coast', src: '/a.jpg', image }],
    ['null', { image: null }],
  ])('%s is not one', (_, given) => {
    // @ts-expect-error not exactly one of the three
    expect(() => getImageProps({ delivery, alt: '', width: 9, ...given })).toThrow(
      expect.objectContaining({ code: 'invalid-options' }),
    )
  })

  test('an id without a delivery is an error that names the lines to add', () => {
    expect(() => getImageProps({ id: 'coast', alt: '', width: 400 })).toThrow(
      expect.objectContaining({
        code: 'no-delivery',
        message: expect.stringContaining('defineDelivery('),
      }),
    )
  })
})
