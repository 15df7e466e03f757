import { expect, test } from 'vitest'
import { fitBox } from '../../src/emulator/fitBox.ts'
import type { Box } from '../../src/emulator/fitBox.ts'

const wide = { width: 1080, height: 720 }

/** Source, box, and by hand: the scaled size, the crop (left, top, width, height), the canvas (the same). */
const cases: [string, [number, number], Box, [number, number], number[]?, number[]?][] = [
  ['keeps the size without a box', [1080, 720], {}, [1080, 720]],
  ['scale-down fits inside', [1080, 720], { width: 500, height: 500 }, [500, 333]],
  [
    'scale-down leaves a smaller picture',
    [300, 200],
    { width: 500, height: 500 },
    [300, 200],
  ],
  ['scale-down by width alone', [1080, 720], { width: 540 }, [540, 360]],
  ['scale-down by height alone', [1080, 720], { height: 100 }, [150, 100]],
  ['scale-down by a width that is too large', [300, 200], { width: 900 }, [300, 200]],
  [
    'scale-up enlarges',
    [300, 200],
    { fit: 'scale-up', width: 600, height: 600 },
    [600, 400],
  ],
  [
    'scale-up never shrinks',
    [1080, 720],
    { fit: 'scale-up', width: 500, height: 500 },
    [1080, 720],
  ],
  ['scale-up by one side', [300, 200], { fit: 'scale-up', height: 400 }, [600, 400]],
  [
    'contain enlarges',
    [300, 200],
    { fit: 'contain', width: 900, height: 900 },
    [900, 600],
  ],
  [
    'contain shrinks',
    [1080, 720],
    { fit: 'contain', width: 108, height: 500 },
    [108, 72],
  ],
  [
    'contain by one side is exactly that side',
    [300, 200],
    { fit: 'contain', width: 999 },
    [999, 666],
  ],
  [
    'cover crops the sides of a wide picture',
    [1080, 720],
    { fit: 'cover', width: 300, height: 300 },
    [450, 300],
    [75, 0, 300, 300],
  ],
  [
    'cover enlarges and crops',
    [100, 100],
    { fit: 'cover', width: 400, height: 200 },
    [400, 400],
    [0, 100, 400, 200],
  ],
  [
    'cover by one side keeps the ratio',
    [300, 200],
    { fit: 'cover', width: 600 },
    [600, 400],
  ],
  [
    'crop is like cover for a larger picture',
    [1080, 720],
    { fit: 'crop', width: 300, height: 300 },
    [450, 300],
    [75, 0, 300, 300],
  ],
  [
    'crop leaves a smaller picture',
    [120, 80],
    { fit: 'crop', width: 300, height: 300 },
    [120, 80],
  ],
  [
    'crop cuts the longer side where only that is too long',
    [3000, 500],
    { fit: 'crop', width: 1000, height: 1000 },
    [3000, 500],
    [1000, 0, 1000, 500],
  ],
  [
    'crop by one side never enlarges',
    [300, 200],
    { fit: 'crop', width: 600 },
    [300, 200],
  ],
  [
    "aspect-crop gives Cloudflare's own example",
    [612, 613],
    { fit: 'aspect-crop', width: 1920, height: 1120 },
    [612, 613],
    [0, 128, 612, 357],
  ],
  [
    'aspect-crop is exact where the picture is larger',
    [1080, 720],
    { fit: 'aspect-crop', width: 300, height: 300 },
    [450, 300],
    [75, 0, 300, 300],
  ],
  [
    'aspect-crop keeps the ratio of the box where one side is too small',
    [1000, 200],
    { fit: 'aspect-crop', width: 600, height: 400 },
    [1000, 200],
    [350, 0, 300, 200],
  ],
  [
    'pad fills up below and above',
    [1080, 720],
    { fit: 'pad', width: 300, height: 300 },
    [300, 200],
    [0, 0, 300, 200],
    [0, 50, 300, 300],
  ],
  [
    'pad enlarges',
    [30, 20],
    { fit: 'pad', width: 120, height: 60 },
    [90, 60],
    [0, 0, 90, 60],
    [15, 0, 120, 60],
  ],
  [
    'squeeze distorts',
    [1080, 720],
    { fit: 'squeeze', width: 20, height: 500 },
    [20, 500],
  ],
  [
    'squeeze by one side keeps the ratio',
    [300, 200],
    { fit: 'squeeze', width: 30 },
    [30, 20],
  ],
  ['dpr multiplies the box', [1080, 720], { width: 100, dpr: 2 }, [200, 133]],
  ['dpr above 2 counts as 2', [1080, 720], { width: 100, dpr: 3 }, [200, 133]],
  [
    'dpr does not enlarge against the mode',
    [150, 100],
    { width: 100, dpr: 2 },
    [150, 100],
  ],
  ['no side falls below one pixel', [5000, 2], { width: 100 }, [100, 1]],
]

test.each(cases)('%s', (_, [width, height], box, [w, h], crop = [0, 0, w, h], canvas) => {
  const fitted = fitBox({ width, height }, box)
  const list = (r: { left: number; top: number; width: number; height: number }) => [
    r.left,
    r.top,
    r.width,
    r.height,
  ]
  expect([fitted.scaled.width, fitted.scaled.height]).toEqual([w, h])
  expect(list(fitted.crop)).toEqual(crop)
  expect(list(fitted.canvas)).toEqual(canvas ?? [0, 0, crop[2], crop[3]])
})

test('the point of the result lies on the same point of the source', () => {
  const box = { fit: 'cover', width: 300, height: 300 } as const
  const left = (x: number) => fitBox(wide, { ...box, point: { x, y: 0.5 } }).crop.left
  expect([left(0), left(0.33), left(1)]).toEqual([0, 50, 150])
})

test('where a part of a picture came from does not move it', () => {
  const part = { left: 10, top: 20, width: 100, height: 50 }
  const { crop, canvas } = fitBox(part, {})
  expect([crop, canvas]).toEqual([
    { left: 0, top: 0, width: 100, height: 50 },
    { left: 0, top: 0, width: 100, height: 50 },
  ])
})
