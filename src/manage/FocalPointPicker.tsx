'use client'
import { use, useRef, useState } from 'react'
import type { JSX, KeyboardEvent, PointerEvent } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { labelOfError } from '../api/labelOfError.ts'
import { readImageFacts } from '../api/readImageFacts.ts'
import { DeliveryContext } from '../display/DeliveryContext.ts'
import { focalPointLabels } from './focalPointLabels.ts'
import type { FocalPointLabels } from './focalPointLabels.ts'
import { wholeSource } from './wholeSource.ts'
import { nameOf } from './nameOf.ts'
import { useManageLook } from './useManageLook.ts'
import type { LookProps } from './useManageLook.ts'
import { useUpdateImage } from './useUpdateImage.ts'

/** Fractions of width and height, from the upper left corner. */
export type FocalPoint = readonly [x: number, y: number]

/** The parts of a focal point picker that take a class name. */
export type FocalPointPart =
  | 'stage'
  | 'marker'
  | 'crops'
  | 'crop'
  | 'caption'
  | 'actions'
  | 'button'
  | 'error'

/** Which picture, which crops, and what to tell. */
export interface FocalPointPickerProps extends LookProps<
  FocalPointLabels,
  FocalPointPart
> {
  /** The picture, as a list or `useImage` gives it. */
  image: CloudflareImage
  /** Named variant that shows the whole picture; needed for private pictures. @default flexible variants, else the first URL that is known */
  variant?: string | undefined
  /** Ratios of the crops that are shown, width divided by height. @default [1, 16 / 9, 9 / 16] */
  ratios?: readonly number[] | undefined
  /** Called with the point once it is stored; null is the centre. @default none */
  onSaved?: ((point: FocalPoint | null, image: CloudflareImage) => void) | undefined
  /** Called when it could not be stored; the picker says so itself, too. @default none */
  onError?: ((error: ImagesError) => void) | undefined
}

/**
 * Marks what must stay in view where a picture is cut: by pointer, or with arrow keys (with Shift in larger steps, Home
 * for the centre). The crops move along; the point is stored in the image's facts when the pointer or key is let go,
 * and every `ResponsiveImage` cuts around it.
 *
 * @throws ImagesError `no-provider` outside of an `ImagesProvider`
 *
 * @example
 * ```tsx
 * import { FocalPointPicker, useImage } from 'react-cloudflare-images'
 *
 * function Crop({ id }: { id: string }) {
 *   const { data: image } = useImage(id)
 *   return image ? <FocalPointPicker image={image} /> : null
 * }
 * ```
 */
export function FocalPointPicker({
  image,
  variant,
  ratios = usualRatios,
  onSaved,
  onError,
  ...props
}: FocalPointPickerProps): JSX.Element {
  const delivery = use(DeliveryContext)
  const { look, root } = useManageLook(props, {
    name: 'focal',
    english: focalPointLabels,
  })
  const { labels, errors, part } = look
  const { mutate, error, isPending } = useUpdateImage()
  const marker = useRef<HTMLDivElement>(null)
  const facts = readImageFacts(image)
  const [saved, setSaved] = useState<{ id: string; point: FocalPoint | null }>()
  const stored = saved?.id === image.id ? saved.point : (facts?.f ?? null)
  const [moved, setMoved] = useState<{ id: string; point: FocalPoint | null }>()
  const point = moved?.id === image.id ? moved.point : stored
  const [x, y] = point ?? centre
  const src = wholeSource(image, { variant, delivery })

  const move = (next: FocalPoint | null) => setMoved({ id: image.id, point: next })
  const save = (focalPoint: FocalPoint | null) => {
    if (String(focalPoint) === String(stored)) return
    setSaved({ id: image.id, point: focalPoint })
    mutate(
      { id: image.id, focalPoint },
      {
        onSuccess: (changed) => onSaved?.(focalPoint, changed),
        onError: (failure) => {
          setSaved(undefined)
          onError?.(failure)
        },
      },
    )
  }
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    if (event.type === 'pointerdown')
      event.currentTarget.setPointerCapture(event.pointerId)
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    const at = pointOf((event.clientX - left) / width, (event.clientY - top) / height)
    move(at)
    if (event.type === 'pointerup') save(at)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 0.1 : 0.01
    const [dx, dy] = steps[event.key] ?? []
    if (event.key === 'Home') move(null)
    else if (dx !== undefined && dy !== undefined)
      move(pointOf(x + dx * step, y + dy * step))
    else return
    event.preventDefault()
  }

  const percent = [Math.round(x * 100), Math.round(y * 100)] as const
  return (
    <div {...root} aria-busy={isPending || undefined}>
      <div
        className={part('stage')}
        style={{ position: 'relative', touchAction: 'none' }}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onPointerUp={onPointer}
      >
        <img
          {...{ src }}
          alt={nameOf(image)}
          width={facts?.w}
          height={facts?.h}
          draggable={false}
        />
        <div
          ref={marker}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input slides in one direction only
          role="slider"
          tabIndex={0}
          className={part('marker')}
          aria-label={labels.point}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent[0]}
          aria-valuetext={labels.position(...percent)}
          style={{ position: 'absolute', left: `${x * 100}%`, top: `${y * 100}%` }}
          onKeyDown={onKeyDown}
          onKeyUp={({ key }) => (key in steps || key === 'Home') && save(point)}
        />
      </div>
      <div className={part('crops')}>
        {ratios.map((ratio) => (
          <figure key={ratio} className={part('crop')}>
            <img
              {...{ src }}
              alt=""
              draggable={false}
              style={{
                aspectRatio: ratio,
                objectFit: 'cover',
                objectPosition: `${x * 100}% ${y * 100}%`,
              }}
            />
            <figcaption className={part('caption')}>{nameOfRatio(ratio)}</figcaption>
          </figure>
        ))}
      </div>
      <div className={part('actions')}>
        <button
          type="button"
          className={part('button')}
          disabled={point === null}
          onClick={() => {
            move(null)
            save(null)
            marker.current?.focus() // for there is nothing more to press here
          }}
        >
          {labels.centre}
        </button>
        <output>{isPending ? labels.saving : labels.position(...percent)}</output>
      </div>
      {error && (
        <p role="alert" className={part('error')}>
          {labelOfError(error, errors)}
        </p>
      )}
    </div>
  )
}

const usualRatios = [1, 16 / 9, 9 / 16]
const centre: FocalPoint = [0.5, 0.5]

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Inside of the picture, and no finer than a thousandth: a URL with more digits is another picture to cache. */
const pointOf = (x: number, y: number): FocalPoint => [inside(x), inside(y)]
const inside = (at: number) => Math.round(Math.max(0, Math.min(1, at)) * 1000) / 1000

/** Such as 16:9; with small whole numbers, as people say it. */
function nameOfRatio(ratio: number): string {
  for (let height = 1; height <= 20; height++) {
    const width = ratio * height
    if (Math.abs(width - Math.round(width)) < 0.01)
      return `${Math.round(width)}:${height}`
  }
  return `${ratio.toFixed(2)}:1`
}
